import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { type SlaReading, type SlaSegment, workingOf } from "../../../src/index";
import { formatDue, formatInstant, isAmbiguous } from "../../../src/sla/reading/working";
import { reopened, waiting } from "./full-readings";

const at = (text: string) => DateTime.fromISO(text, { zone: "Europe/London" });

describe("the working of a reading", () => {
  it("is a row of text for each stretch", () => {
    expect(workingOf(reopened)).toEqual([
      {
        from: "Mon 16 Nov 2026 09:00",
        to: "Mon 16 Nov 2026 10:00",
        state: "open",
        counted: "1 h",
        total: "1 h",
        why: "counted",
      },
      {
        from: "Mon 16 Nov 2026 10:00",
        to: "Tue 17 Nov 2026 09:00",
        state: "done",
        counted: "0",
        total: "1 h",
        why: "stopped: done",
      },
      {
        from: "Tue 17 Nov 2026 09:00",
        to: "Tue 17 Nov 2026 09:15",
        state: "open",
        counted: "15 min",
        total: "15 min",
        why: "counted",
      },
    ]);
  });

  /** The last stretch of a reading with something else in it, as a row. */
  const rowOf = (change: Partial<SlaSegment>, reading: SlaReading = waiting) => {
    const [segment] = reading.segments.slice(-1);
    if (!segment) throw new Error("a ticket that waits has a stretch");
    return workingOf({ ...reading, segments: [{ ...segment, ...change }] })[0];
  };

  it.each<[SlaSegment["why"], string]>([
    ["counted", "counted"],
    ["outside-hours", "out of hours"],
    ["weekend", "weekend"],
    ["closed-day", "no hours on this day"],
    ["bank-holiday", "bank holiday"],
    ["exception", "hours of its own on this date"],
    ["rule", "closed by a rule"],
    ["after-cutoff", "received after the cutoff"],
    ["day-zero", "day 0 does not count"],
    ["day-not-over", "the day was not run to its end"],
    ["paused", "paused: waiting"],
    ["stopped", "stopped: waiting"],
    ["cancelled", "cancelled"],
    ["not-started", "not started"],
    ["not-applicable", "nothing is promised"],
    ["by-agreement", "only an agreed date is promised"],
    ["restarted", "left out by a restart"],
  ])("says why in words: %s", (why, words) => {
    expect(rowOf({ why })?.why).toBe(words);
  });

  it("names a holiday or a rule, and no state where there is none", () => {
    expect(rowOf({ why: "bank-holiday", title: "Boxing Day" })?.why).toBe(
      "bank holiday: Boxing Day",
    );
    expect(rowOf({ why: "paused", state: null })).toMatchObject({ state: "", why: "paused" });
    expect(rowOf({ why: "stopped", state: null })?.why).toBe("stopped");
  });

  it("shows offsets if either end is ambiguous or the offset changes in between", () => {
    const ends = (from: string, to: string) => {
      const row = rowOf({ from: at(from), to: at(to) });
      return [row?.from, row?.to];
    };
    // On 25 October 2026 the clocks go back from 02:00 to 01:00, on 29 March on from 01:00 to 02:00.
    expect(ends("2026-10-25T00:30:00Z", "2026-10-25T00:45:00Z")).toEqual([
      "Sun 25 Oct 2026 01:30 +01:00",
      "Sun 25 Oct 2026 01:45 +01:00",
    ]);
    expect(ends("2026-10-24T23:00:00Z", "2026-10-25T00:00:00Z")).toEqual([
      "Sun 25 Oct 2026 00:00 +01:00",
      "Sun 25 Oct 2026 01:00 +01:00",
    ]);
    expect(ends("2026-10-25T01:59:00Z", "2026-10-25T02:00:00Z")).toEqual([
      "Sun 25 Oct 2026 01:59 +00:00",
      "Sun 25 Oct 2026 02:00 +00:00",
    ]);
    expect(ends("2026-03-29T00:00:00Z", "2026-03-29T03:00:00Z")).toEqual([
      "Sun 29 Mar 2026 00:00 +00:00",
      "Sun 29 Mar 2026 04:00 +01:00",
    ]);
    expect(ends("2026-10-25T02:00:00Z", "2026-10-25T03:00:00Z")).toEqual([
      "Sun 25 Oct 2026 02:00",
      "Sun 25 Oct 2026 03:00",
    ]);
  });
});

describe("an instant in words", () => {
  it.each([
    ["2026-11-06T09:05:00.000Z", "Fri 6 Nov 2026 09:05"],
    ["2026-11-06T09:05:00.001Z", "Fri 6 Nov 2026 09:05:00.001"],
    ["2026-11-06T09:05:01.000Z", "Fri 6 Nov 2026 09:05:01"],
    ["2026-11-06T19:05:59.120Z", "Fri 6 Nov 2026 19:05:59.120"],
  ])("%s", (text, words) => {
    expect(formatInstant(at(text), false)).toBe(words);
    expect(formatInstant(at(text), true)).toBe(`${words} +00:00`);
  });

  it("is ambiguous in the hour that occurs twice alone", () => {
    const times = ["23:59:59Z", "00:00:00Z", "01:59:59Z", "02:00:00Z"];
    const dates = ["2026-10-24", "2026-10-25", "2026-10-25", "2026-10-25"];
    expect(times.map((time, i) => isAmbiguous(at(`${dates[i]}T${time}`)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("at which something is due is the end of the day before, at midnight alone", () => {
    expect(formatDue(at("2027-01-01T00:00:00Z"))).toBe("end of Thu 31 Dec 2026");
    expect(formatDue(at("2027-01-01T00:00:00.001Z"))).toBe("Fri 1 Jan 2027 00:00:00.001");
    expect(formatDue(at("2026-12-31T23:59:59.999Z"))).toBe("Thu 31 Dec 2026 23:59:59.999");
    expect(formatDue(at("2026-10-25T00:30:00Z"))).toBe("Sun 25 Oct 2026 01:30 +01:00");
  });
});
