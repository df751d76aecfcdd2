import { describe, expect, it } from "vitest";
import {
  CoreHoursError,
  DefinitionError,
  type NhsEnglandLevel,
  nhsEnglandLevel,
  nhsLogin,
} from "../../src";
import page from "../data/nhs-england-levels.json";

const SEVERITIES = ["1", "2", "3", "4", "5"];
const MEASURED = ["bronze", "silver", "gold", "platinum"] as const;
const LEVELS = [...MEASURED, "silver-plus"] as const satisfies readonly NhsEnglandLevel[];

const dues = (level: (typeof MEASURED)[number], startedAt: string) =>
  SEVERITIES.map((severity) =>
    nhsEnglandLevel(level).targets.incidentResolution.due(startedAt, { severity }).toISO(),
  );

describe("Bronze", () => {
  it("resolves within 8, 16, 40, 120 and 240 hours of 08:00 to 18:00", () => {
    // From Monday 2 November 2026: 8 h of that day; 6 h of Tuesday; the end of the 4th day, of the 12th,
    // 5 + 5 + 2, and of the 24th, 20 to Friday the 27th and 4 more.
    expect(dues("bronze", "2026-11-02T08:00:00Z")).toEqual([
      "2026-11-02T16:00:00.000+00:00",
      "2026-11-03T14:00:00.000+00:00",
      "2026-11-05T18:00:00.000+00:00",
      "2026-11-17T18:00:00.000+00:00",
      "2026-12-03T18:00:00.000+00:00",
    ]);
  });

  it("keeps the bank holidays of its division", () => {
    const { incidentResolution } = nhsEnglandLevel("bronze", { division: "scotland" }).targets;
    // Friday 12 June 2026 16:00-18:00 BST is 2 h; Monday the 15th is closed; Tuesday 6 h.
    expect(incidentResolution.due("2026-06-12T15:00:00Z", { severity: "1" }).toISO()).toBe(
      "2026-06-16T14:00:00.000+01:00",
    );
    const irish = nhsEnglandLevel("bronze", { division: "northern-ireland" });
    expect(irish.calendars["support"]?.isWorkingDay("2026-07-13")).toBe(false);
  });
});

describe("Silver", () => {
  const silver = nhsEnglandLevel("silver");
  const login = nhsLogin();

  it("is what NHS login is: the same hours", () => {
    const hours = silver.calendars["support"];
    expect(hours?.toJSON()).toMatchObject({
      timeZone: "Europe/London",
      hours: { weekdays: ["08:00-18:00"] },
      bankHolidays: "england-and-wales",
    });
    const year = ["2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"] as const;
    expect([...(hours?.periods(...year) ?? [])].map(String)).toEqual(
      [...(login.calendars["support"]?.periods(...year) ?? [])].map(String),
    );
  });

  it("the same resolution hours", () => {
    expect(silver.targets.incidentResolution.definition.allowance).toEqual(
      login.targets.incidentResolution.definition.allowance,
    );
    // 4, 8, 20, 80 and 200 h from Friday 20 November, 16:00, with 2 h left of that day: 2 h and 6 h of
    // Monday; 8 h of Tuesday; 7 days to 1 December and 8 h of the 2nd; 19 days to 17 December, and 8 h.
    expect(dues("silver", "2026-11-20T16:00:00Z")).toEqual([
      "2026-11-23T10:00:00.000+00:00",
      "2026-11-23T14:00:00.000+00:00",
      "2026-11-24T16:00:00.000+00:00",
      "2026-12-02T16:00:00.000+00:00",
      "2026-12-18T16:00:00.000+00:00",
    ]);
  });

  it("the same availability, without the 58 minutes, which NHS login adds", () => {
    const february = { month: "2027-02", outages: [] };
    const [ours, theirs] = [silver, login].map((sla) => sla.availability.service(february));
    expect(ours?.allowance.as("minutes")).toBe(60);
    expect(theirs?.allowance.as("minutes")).toBe(60);
    expect([ours?.fixedAllowance, theirs?.fixedAllowance?.as("minutes")]).toEqual([null, 58]);
  });
});

describe("Gold", () => {
  it("resolves within 4, 8, 10, 50 and 140 hours of the clock", () => {
    // From Christmas Day, 16:00: 50 h are 2 days and 2 h, 140 h are 5 days and 20 h.
    expect(dues("gold", "2026-12-25T16:00:00Z")).toEqual([
      "2026-12-25T20:00:00.000+00:00",
      "2026-12-26T00:00:00.000+00:00",
      "2026-12-26T02:00:00.000+00:00",
      "2026-12-27T18:00:00.000+00:00",
      "2026-12-31T12:00:00.000+00:00",
    ]);
    // Saturday 27 March 2027, 22:00 GMT, and 4 h: 02:00Z, 03:00 BST.
    expect(dues("gold", "2027-03-27T22:00:00Z")[0]).toBe("2027-03-28T03:00:00.000+01:00");
  });

  it("knows no bank holidays, so it has no division", () => {
    expect(() => nhsEnglandLevel("gold", { division: "scotland" })).toThrow(DefinitionError);
  });
});

describe("Platinum", () => {
  it("resolves within 2, 4, 8, 30 and 100 hours of the clock", () => {
    // From Saturday 24 October 2026, 22:30Z. The clocks go back at 01:00Z: 00:30Z is 01:30 BST still.
    // 30 h are 1 day and 6 h, 100 h are 4 days and 4 h.
    expect(dues("platinum", "2026-10-24T22:30:00Z")).toEqual([
      "2026-10-25T01:30:00.000+01:00",
      "2026-10-25T02:30:00.000+00:00",
      "2026-10-25T06:30:00.000+00:00",
      "2026-10-26T04:30:00.000+00:00",
      "2026-10-29T02:30:00.000+00:00",
    ]);
  });
});

describe("Silver Plus", () => {
  const { support, urgentResponse } = nhsEnglandLevel("silver-plus").calendars;

  it("is supported from 08:00 until 18:00 on working days, as Silver is", () => {
    // Monday 2 November 2026, in GMT.
    const asked = ["07:59:59.999", "08:00:00", "17:59:59.999", "18:00:00"];
    expect(asked.map((time) => support?.isOpen(`2026-11-02T${time}Z`))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(support?.isOpen("2026-12-25T12:00:00Z")).toBe(false);
  });

  it("responds to severities 1 and 2 around the clock, on every day", () => {
    const asked = ["2026-11-07T00:00:00Z", "2026-11-07T23:59:59.999Z", "2026-12-25T03:00:00Z"];
    expect(asked.map((at) => urgentResponse?.isOpen(at))).toEqual([true, true, true]);
  });
});

describe("availability", () => {
  // February 2027 has 20 working days, 12,000 minutes, and 28 x 1,440 = 40,320 in all. March 2027 has 21
  // working days and, an hour short, 31 x 1,440 - 60 = 44,580.
  it.each<[(typeof MEASURED)[number], string, number, string]>([
    ["bronze", "2027-02", 240, "2 % of 12,000"],
    ["silver", "2027-03", 63, "0.5 % of 12,600"],
    ["gold", "2027-02", 40.32, "0.1 % of 40,320"],
    ["platinum", "2027-03", 44.58, "0.1 % of 44,580"],
  ])("%s in %s allows %d minutes, %s", (level, month, allowed) => {
    const { service } = nhsEnglandLevel(level).availability;
    expect(service({ month, outages: [] }).allowance.as("minutes")).toBeCloseTo(allowed, 9);
  });

  it("leaves maintenance out, or counts it", () => {
    const month = {
      month: "2027-02",
      outages: [],
      maintenance: [{ from: "2027-02-02T09:00:00Z", to: "2027-02-02T11:00:00Z" }],
    };
    const lost = (maintenance?: "excluded" | "counted") =>
      nhsEnglandLevel("silver", maintenance && { maintenance })
        .availability.service(month)
        .lost.as("minutes");
    expect([lost(), lost("excluded"), lost("counted")]).toEqual([0, 0, 120]);
  });
});

describe("Silver Plus", () => {
  const sla = nhsEnglandLevel("silver-plus");
  const respondsTo = (severity: string, at: string) =>
    sla.eligibility.response({
      severity,
      facts: { inSupportedHours: sla.calendars["support"]?.isOpen(at) ?? false },
    }).eligible;

  it("responds to severities 1 and 2 outside business hours too, and to the others within them", () => {
    const saturday = "2026-11-21T03:00:00Z";
    expect(SEVERITIES.map((severity) => respondsTo(severity, saturday))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    const friday = "2026-11-20T16:00:00Z";
    expect(SEVERITIES.every((severity) => respondsTo(severity, friday))).toBe(true);
    expect(sla.calendars["urgentResponse"]?.isOpen(saturday)).toBe(true);
  });

  it("offers no figure that is not known", () => {
    expect([sla.targets, sla.availability]).toEqual([{}, {}]);
    expect(sla.toJSON().source).toMatchObject({
      unknown: expect.stringMatching(/^resolution hours, availability, /),
    });
  });
});

describe("the levels", () => {
  it.each(LEVELS)("%s says where it is from, and that it is not a source document", (level) => {
    expect(nhsEnglandLevel(level).toJSON().source).toMatchObject({
      standing: expect.stringContaining("NOT from the source documents"),
      address:
        "https://digital.nhs.uk/developer/guides-and-documentation/reference-guide#service-levels",
      lastEdited: "2023-12-15",
    });
    expect(nhsEnglandLevel(level).clauses).toEqual({});
  });

  it("refuse a level without hours, and unknown options", () => {
    // @ts-expect-error Platinum Plus has an availability, and nothing to measure it in.
    expect(() => nhsEnglandLevel("platinum-plus")).toThrow(CoreHoursError);
    // @ts-expect-error
    expect(() => nhsEnglandLevel("silver", { division: "wales" })).toThrow(DefinitionError);
    expect(() => nhsEnglandLevel("silver-plus", { maintenance: "counted" })).toThrow(
      DefinitionError,
    );
  });
});

describe("the figures", () => {
  it.each(MEASURED)("of %s are those that were read from the page", (level) => {
    const { targets, toJSON } = nhsEnglandLevel(level);
    expect(targets.incidentResolution.definition.allowance).toEqual(
      Object.fromEntries(
        page.resolutionHours[level].map((hours, i) => [
          String(i + 1),
          { hours, calendar: "support" },
        ]),
      ),
    );
    expect(toJSON().availability?.["service"]?.percent).toBe(page.availabilityPercent[level]);
    expect(toJSON().source).toMatchObject({ address: page.source.address });
  });
});
