import { describe, expect, it } from "vitest";
import { defineSla } from "../../src/index";
import { ticketPicture } from "../../src/picture/ticket/picture";
import { COMPLAINTS, CORE, events, incidentInCycles, picture, READINGS } from "./tickets";
import { type Element, elementsOf, parseXml, textOf, withClass } from "./xml";

const root = parseXml(picture(READINGS.breached));

/** Where the line of the label for an instant is. */
function xOf(picture: Element, at: string): number {
  const label = elementsOf(picture).find(({ attributes }) => attributes["data-at"] === at);
  const line = label?.children.find((child) => typeof child === "object");
  const d = typeof line === "object" ? line.attributes["d"] : undefined;
  return Number(/^M([\d.]+) /.exec(d ?? "")?.[1]);
}

/** The texts of the labels for instants, without their shapes. */
const labels = (picture: Element) => withClass(picture, "instant").map(textOf);

/*
 * The breached ticket lives from Wed 23 Dec 15:00 to Thu 31 Dec 09:00: 186 hours, with 3 % of that, 5.58
 * hours, on either side: 197.16 hours over the 1020 pixels from 76 to 1096.
 */
const x = (hoursFromStart: number) => 76 + ((5.58 + hoursFromStart) / 197.16) * 1020;

describe("the picture of a ticket over Christmas", () => {
  it.each([
    ["started", "2026-12-23T15:00:00.000+00:00", 0],
    ["breached and due", "2026-12-30T18:00:00.000+00:00", 171],
    ["stopped", "2026-12-31T09:00:00.000+00:00", 186],
    // Three quarters of 48 h are 36: 22 by Christmas Eve, 14 more from Tue 29 Dec 07:00.
    ["75 % used", "2026-12-29T21:00:00.000+00:00", 150],
    // 43.2 h: 37 by Tuesday night, 6.2 more from Wed 30 Dec 07:00.
    ["90 % used", "2026-12-30T13:12:00.000+00:00", 166.2],
  ])("marks when it was %s where it lies", (_, at, hours) => {
    expect(xOf(root, at)).toBeCloseTo(x(hours), 0);
  });

  it("names each of them with its time", () => {
    expect(labels(root)).toEqual([
      "started Wed 23 Dec 15:00",
      "75 % used Tue 29 Dec 21:00",
      "90 % used Wed 30 Dec 13:12",
      "breached, due Wed 30 Dec 18:00",
      "stopped: resolved Thu 31 Dec 09:00",
      "Christmas Day Fri 25 Dec",
      "Boxing Day Mon 28 Dec",
    ]);
  });

  it("marks the bank holidays in the middle of their days", () => {
    expect(xOf(root, "2026-12-25")).toBeCloseTo(x(45), 0);
    expect(xOf(root, "2026-12-28")).toBeCloseTo(x(117), 0);
  });

  it("shades the core hours of each working day", () => {
    const [core] = withClass(root, "core");
    const shaded = [...(core?.attributes["d"] ?? "").matchAll(/M([\d.]+) \d+H([\d.]+)/g)];
    // Wed 23, Thu 24, Tue 29, Wed 30 and Thu 31 Dec, the first and the last cut off.
    expect(shaded).toHaveLength(5);
    // Thu 24 Dec 07:00 to 22:00 are 16 to 31 hours after the start.
    expect(Number(shaded[1]?.[1])).toBeCloseTo(x(16), 0);
    expect(Number(shaded[1]?.[2])).toBeCloseTo(x(31), 0);
  });

  it("has the total cross the allowance where it is due, and end at 54 hours", () => {
    const [total] = withClass(root, "total");
    const corners = [...(total?.attributes["d"] ?? "").matchAll(/[ML]([\d.]+) ([\d.]+)/g)];
    const at = (i: number) => ({ x: Number(corners.at(i)?.[1]), y: Number(corners.at(i)?.[2]) });
    const [allowance] = withClass(root, "allowance");
    const allowanceY = Number(/^M[\d.]+ ([\d.]+)H/.exec(allowance?.attributes["d"] ?? "")?.[1]);
    const groundY = at(0).y;
    expect((groundY - at(-1).y) / (groundY - allowanceY)).toBeCloseTo(54 / 48, 2);
    expect(at(-1).x).toBeCloseTo(x(186), 0);
  });

  it("says in its heading what it is, how it stands and when", () => {
    const text = withClass(root, "heading").map(textOf).join();
    expect(text).toContain("NM-1: Incident resolution (NM-06)");
    expect(text).toContain("Breached: 54 h of 48 h used (112.5 %), 6 h over");
    expect(text).toContain("due and breached Wed 30 Dec 2026 18:00 GMT");
    expect(text).toContain("times in Europe/London");
  });
});

describe("the marks of a ticket", () => {
  const labelsFor = (name: keyof typeof READINGS) => labels(parseXml(picture(READINGS[name])));

  it("are one if it stopped exactly when it was due", () => {
    expect(labelsFor("met").at(-1)).toBe("due, stopped: resolved Thu 5 Nov 12:00");
  });

  it("say, while it is paused, when it would be due and when it was first due", () => {
    expect(labelsFor("paused")).toEqual([
      "started Tue 30 Mar 09:00",
      "first due Fri 2 Apr 12:00",
      "as of Mon 5 Apr 12:00",
      // Nobody knows when a warning will be due while the clock is paused.
      "due if resumed now Tue 6 Apr 14:00",
    ]);
  });

  it("say when a running one will be due", () => {
    expect(labelsFor("running").at(-1)).toBe("due Tue 6 Apr 15:00");
  });

  it("are the as-of instant alone if the clock has not started", () => {
    expect(labelsFor("pending")).toEqual(["as of Mon 5 Apr 12:00"]);
    expect(picture(READINGS.pending)).toContain("the clock has not started");
  });

  it("point out of the picture if the ticket was due long after its short life", () => {
    expect(labelsFor("two hours").at(-1)).toBe("due Mon 9 Nov 13:05 →");
  });

  it("have no due instant for one that was cancelled", () => {
    expect(labelsFor("cancelled")).toEqual([
      "started Wed 3 Mar 10:00",
      "cancelled Wed 3 Mar 11:30",
    ]);
  });

  it("distinguish cycles", () => {
    const reading = incidentInCycles(
      ["2027-02-15T10:00Z new", "2027-02-16T21:00Z resolved", "2027-02-18T09:00Z in-progress"],
      "2027-02-19T12:00Z",
    );
    expect(labels(parseXml(picture(reading)))).toEqual(
      expect.arrayContaining([
        "cycle 1 stopped: resolved Tue 16 Feb 21:00",
        "cycle 1 due Thu 18 Feb 13:00",
        "cycle 2 started Thu 18 Feb 09:00",
      ]),
    );
  });
});

describe("days that are counted", () => {
  const answer = COMPLAINTS.targets.answer.track(
    events(["2026-12-17T10:00Z new", "2026-12-23T10:00Z waiting", "2026-12-24T10:00Z new"]),
    { asOf: "2027-01-02T10:00Z" },
  );

  it("rise by one at each midnight that uses one up", () => {
    const root = parseXml(ticketPicture({ reading: answer, calendar: CORE }));
    const [total] = withClass(root, "total");
    const corners = [...(total?.attributes["d"] ?? "").matchAll(/[ML]([\d.]+) ([\d.]+)/g)];
    const heights = corners.map(([, , y]) => Number(y));
    const rises = heights.filter((y, i) => i > 0 && y < (heights[i - 1] ?? y));
    // 18, 21, 22 and 24 Dec, 29, 30 and 31 Dec.
    expect(rises).toHaveLength(7);
  });

  it("end at the end of a day, where a share of them is used too", () => {
    const sla = defineSla({
      id: "replies",
      calendars: { core: "nhsmail-core" },
      targets: {
        reply: {
          allowance: { workingDays: 4, calendar: "core" },
          warnAt: [0.5],
          runs: ["new"],
          stops: ["done"],
        },
      },
    });
    // Tue 5 and Wed 6 January are half of the four days, and Thursday and Friday the rest.
    const reading = sla.targets.reply.track(events(["2027-01-04T10:00Z new"]), {
      asOf: "2027-01-07T10:00Z",
    });
    const root = parseXml(ticketPicture({ reading, calendar: CORE }));
    expect(labels(root)).toEqual([
      "started Mon 4 Jan 10:00",
      "50 % used end of Wed 6 Jan",
      "as of Thu 7 Jan 10:00",
      expect.stringMatching(/^due end of Fri 8 Jan/),
    ]);
  });

  it("need no calendar if they are those of the civil year", () => {
    const reading = COMPLAINTS.targets.closure.track(events(["2026-12-17T10:00Z new"]), {
      asOf: "2027-01-02T10:00Z",
    });
    const root = parseXml(ticketPicture({ reading, calendar: null }));
    expect(withClass(root, "core")).toEqual([]);
    expect(labels(root)).toContain("due Thu 17 Jun 10:00 BST");
  });
});
