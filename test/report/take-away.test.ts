import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { breaches, file } from "../cli/run-breaches";
import { judged, smallLog } from "./small-log";

/** The columns of the first row whose first cell is a name. */
function rowOf(csv: string, ticket: string): Readonly<Record<string, string>> {
  const [head = "", ...lines] = csv.replace("\ufeff", "").split("\r\n");
  const line = lines.find((text) => text.startsWith(`${ticket},`)) ?? "";
  const cells = line.split(",");
  return Object.fromEntries(head.split(",").map((name, i) => [name, cells[i] ?? ""]));
}

describe("the report as CSV", () => {
  it("has the allowance and what was used and paused, in the unit of the row", async () => {
    const { stdout } = await breaches([...smallLog(), "--format", "csv"]);
    // Five hours of four on Tuesday 5 May; B-4 was open for an hour, and has been paused ever since.
    expect(rowOf(stdout, "A-2")).toMatchObject({
      ...{ allowance: "240", elapsed: "300", paused: "0", balance: "-60", used_percent: "125" },
      ...{ opened: "2026-05-05T09:00:00+01:00", time_zone: "Europe/London" },
    });
    // From Mon 15 June 10:00: 7 h that day, 8 h on each of the 11 working days up to Tue 30 June, and 4 h
    // on Wed 1 July until 13:00 make 99 h.
    expect(rowOf(stdout, "B-4")).toMatchObject({ elapsed: "60", paused: String(99 * 60) });
  });

  it("has no noise of a division in its numbers", async () => {
    // One minute of four hours is 1 ÷ 240: 0.41666… %.
    const rows = ["T,2026-05-05T08:00Z,open,1", "T,2026-05-05T08:01Z,done,"];
    const { stdout } = await breaches([...judged("noise", rows), "--format", "csv"]);
    expect(rowOf(stdout, "T")["used_percent"]).toBe("0.416667");
  });

  it("for a spreadsheet has local dates and times, and the mark of UTF-8", async () => {
    const { stdout } = await breaches([...smallLog(), "--format", "csv", "--excel"]);
    expect(stdout.startsWith("\ufeffticket,")).toBe(true);
    expect(rowOf(stdout, "B-1")).toMatchObject({
      opened: "2026-06-01 00:30:00",
      stopped: "2026-06-01 16:00:00",
    });
  });
});

/** Two working days. */
const DAYS = {
  id: "days",
  calendars: { core: { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } } },
  targets: {
    fix: { allowance: { workingDays: 2, calendar: "core" }, runs: ["open"], stops: ["done"] },
  },
};

/** A ticket of Tue 29 December 2026, which is due at the end of the year, as of an instant. */
function endOfYear(asOf = "2026-12-30T09:00Z"): string[] {
  const given = judged("midnight", ["D,2026-12-29T10:00Z,open,"], DAYS);
  return given.map((each) => (each === "2026-07-01T12:00Z" ? asOf : each));
}

describe("a due midnight", () => {
  // Two working days after Tue 29 December are over at the end of Thu 31 December, and not on Friday.
  const end = "end of Thu 31 Dec 2026";
  const args = () => endOfYear("2027-01-04T09:00Z");

  it.each(["html", "md", "table"])("is the end of the day before in %s", async (format) => {
    const { stdout } = await breaches([...args(), "--format", format, "--pictures"]);
    expect(stdout).toContain(end);
    expect(stdout).not.toMatch(/due[^.]{0,40}Fri,? 1 Jan/i);
  });

  it("is written in words beside its date where a spreadsheet reads it", async () => {
    const { stdout } = await breaches([...args(), "--format", "csv", "--excel"]);
    expect(rowOf(stdout, "D")).toMatchObject({ due: "2027-01-01 00:00:00", due_in_words: end });
    const path = file("midnight.xlsx", "");
    await breaches([...args(), "--out", path]);
    const { sheets } = await readXlsx(readFileSync(path));
    const [head = [], row = []] = sheets[1]?.rows ?? [];
    expect(row[head.indexOf("Due, in words")]).toBe(end);
    expect(sheets[0]?.rows.find(([ticket]) => ticket === "D")).toContain(end);
  });
});

describe("the report as a spreadsheet", () => {
  const made = async (args: readonly string[]) => {
    const path = file("report.xlsx", "");
    const { code } = await breaches([...args, "--out", path]);
    expect(code).toBe(0);
    return readFileSync(path);
  };

  it("has a sheet of every verdict, with real dates on the wall of its zone", async () => {
    const bytes = await made(smallLog());
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(["Summary", "Tickets", "Working"]);
    const [head = [], ...rows] = sheets[1]?.rows ?? [];
    const row = rows.find(([ticket]) => ticket === "A-2") ?? [];
    const cells = Object.fromEntries(head.map((name, i) => [String(name), row[i]]));
    expect(cells).toMatchObject({ Status: "breached", Used: 1.25, Allowance: 4, Elapsed: 5 });
    // Tue 5 May 2026 09:00 in London is day 46,147 of a spreadsheet, and three eighths of it.
    const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet2.xml"] ?? new Uint8Array());
    expect(sheet).toContain("<v>46147.375</v>");
    expect(rows).toHaveLength(9);
  });

  it("keeps its header in sight, and can be filtered", async () => {
    const bytes = await made(smallLog());
    const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet2.xml"] ?? new Uint8Array());
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toContain('<autoFilter ref="A1:T10"');
  });

  it("counts what the page counts, and gives the working", async () => {
    const { sheets } = await readXlsx(await made(smallLog()));
    const [summary, , working] = sheets;
    // Of the five that are decided, A-1, A-3 and B-1 were met; A-2 and B-3 have breached.
    const desk = summary?.rows.find(([label]) => label === "desk: Fix") ?? [];
    expect(desk.slice(0, 4)).toEqual(["desk: Fix", 60, 3, 2]);
    // The five hours until it was done, and nothing from then on.
    const [head = [], ...lines] = working?.rows ?? [];
    const of = (name: string) =>
      lines.filter(([ticket]) => ticket === "A-2").map((row) => row[head.indexOf(name)]);
    expect(of("Counted")).toEqual([5, 0]);
    expect(of("Total")).toEqual([5, 5]);
    expect(of("Counted, in words")).toEqual(["5 h", "0"]);
    expect(of("Counted in")).toEqual(["hours", "hours"]);
  });

  it("has real dates in the working too, and keeps its header in sight", async () => {
    const bytes = await made(smallLog());
    const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet3.xml"] ?? new Uint8Array());
    // Tue 5 May 2026 09:00 and 14:00 in London, on day 46,147 of a spreadsheet: 9 and 14 of 24 hours.
    expect(sheet).toContain("<v>46147.375</v>");
    expect(sheet).toMatch(/<v>46147\.58333333\d*<\/v>/);
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toMatch(/<autoFilter ref="A1:L\d+"/);
  });

  it("has no noise of a division in its numbers", async () => {
    // One minute of four hours is 1 ÷ 240 and an hour's sixtieth: 0.0041666… and 0.01666…
    const rows = ["T,2026-05-05T08:00Z,open,1", "T,2026-05-05T08:01Z,done,"];
    const { sheets } = await readXlsx(await made(judged("noise", rows)));
    const [head = [], row = []] = sheets[1]?.rows ?? [];
    expect(row[head.indexOf("Used")]).toBe(0.00416667);
    expect(row[head.indexOf("Elapsed")]).toBe(0.01666667);
  });

  it("writes text that looks like a formula as text", async () => {
    const bytes = await made(
      judged("formula", ['"=1+1",2026-05-05T08:00Z,open,1', '"=1+1",2026-05-05T09:00Z,done,']),
    );
    const { sheets } = await readXlsx(bytes);
    expect(sheets[1]?.rows[1]?.[0]).toBe("=1+1");
    const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet2.xml"] ?? new Uint8Array());
    expect(sheet).not.toContain("<f>");
  });

  it("is the same file whenever it is made", async () => {
    expect(await made(smallLog())).toEqual(await made(smallLog()));
  });

  it("lists what was not used", async () => {
    const path = file("report.xlsx", "");
    const rows = ["T,2026-05-05T08:00Z,open,1", "T,2026-13-05T08:01Z,done,"];
    await breaches([...judged("faulty", rows), "--out", path]);
    const { sheets } = await readXlsx(readFileSync(path));
    const problems = sheets.find(({ name }) => name === "Not used or in doubt");
    expect(problems?.rows[1]?.slice(0, 3)).toEqual([3, null, "at"]);
  });
});

describe("the report as a calendar", () => {
  it("has an event for each clock that runs, which ends when it is due", async () => {
    const { stdout } = await breaches([...smallLog(), "--format", "ics"]);
    const events = new ICAL.Component(ICAL.parse(stdout)).getAllSubcomponents("vevent");
    // B-2 has 4 h from Wed 1 July 10:00 in London, 09:00Z. B-3 has breached, B-4 waits, B-6 is to come.
    expect(events.map((event) => String(event.getFirstPropertyValue("summary")))).toEqual([
      "B-2 due: fix",
    ]);
    expect(String(events[0]?.getFirstPropertyValue("dtend"))).toBe("2026-07-01T13:00:00Z");
    expect(String(events[0]?.getFirstPropertyValue("uid"))).toBe("desk/fix/B-2@core-hours");
  });

  it("has an event of the whole day for what is due at the end of a day", async () => {
    // Two working days after Tue 29 December: Wed 30 and Thu 31. No hour is named, and Friday is not.
    const { stdout } = await breaches([...endOfYear(), "--format", "ics"]);
    const [event] = new ICAL.Component(ICAL.parse(stdout)).getAllSubcomponents("vevent");
    const of = (name: string) => event?.getFirstPropertyValue(name) as ICAL.Time;
    expect([of("dtstart").isDate, of("dtend").isDate]).toEqual([true, true]);
    expect([String(of("dtstart")), String(of("dtend"))]).toEqual(["2026-12-31", "2027-01-01"]);
    expect(String(event?.getFirstPropertyValue("description"))).toContain(
      "Due end of Thu 31 Dec 2026",
    );
  });

  it("has what RFC 5545 asks of a calendar and of each event", async () => {
    const { stdout } = await breaches(["--format", "ics"]);
    // Lines end in CRLF (3.1), and 3.6 and 3.6.1 say what comes once.
    expect(stdout.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const calendar = new ICAL.Component(ICAL.parse(stdout));
    for (const name of ["prodid", "version"])
      expect(calendar.getAllProperties(name)).toHaveLength(1);
    const events = calendar.getAllSubcomponents("vevent");
    const once = ["uid", "dtstamp", "dtstart", "dtend", "summary"];
    for (const event of events)
      expect(once.map((name) => event.getAllProperties(name).length)).toEqual([1, 1, 1, 1, 1]);
    const ids = events.map((event) => String(event.getFirstPropertyValue("uid")));
    expect(new Set(ids).size).toBe(ids.length);
    // Eleven clocks run in the sample, and one has no due instant: no date was agreed for feedback to GP-3002.
    expect(events).toHaveLength(10);
  });

  it("has no line that the name of a ticket added", async () => {
    const rows = ['"a\nEND:VEVENT",2026-07-01T09:00Z,open,1'];
    const { stdout } = await breaches([...judged("ics", rows), "--format", "ics"]);
    expect(stdout.match(/^END:VEVENT/gm)).toHaveLength(1);
    expect(stdout.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
  });
});

describe("a line of a calendar that is too long", () => {
  it("is folded within 75 bytes, and read back as it was", async () => {
    const ticket = `Ünïcödé, a name; of ${"many words ".repeat(20)}🙂`;
    const rows = [`"${ticket}",2026-07-01T09:00Z,open,1`];
    const { stdout } = await breaches([...judged("long-name", rows), "--format", "ics"]);
    const longest = Math.max(...stdout.split("\r\n").map((line) => Buffer.byteLength(line)));
    expect(longest).toBeLessThanOrEqual(75);
    const event = new ICAL.Component(ICAL.parse(stdout)).getFirstSubcomponent("vevent");
    expect(event?.getFirstPropertyValue("summary")).toBe(`${ticket} due: fix`);
  });
});
