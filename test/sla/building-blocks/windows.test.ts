import { describe, expect, it } from "vitest";
import { defineSla } from "../../../src";
import { isoOf, londonDesk } from "../../reference/london-desk";

describe("windows", () => {
  const { windows } = defineSla({
    ...londonDesk,
    windows: {
      reopen: { anyOf: [[{ within: { hours: 72, calendar: "always" } }]] },
      strict: { anyOf: [[{ within: { hours: 72, calendar: "always" } }]], inclusive: false },
      complaint: {
        anyOf: [
          [{ from: "incident", within: { months: 6 } }],
          [
            { from: "discovery", within: { months: 6 } },
            { from: "incident", within: { months: 12 } },
          ],
        ],
      },
    },
  });

  it("are open up to their last instant, which is in time unless they say otherwise", () => {
    const at = "2026-11-20T10:00:00Z";
    const isOpen = (name: "reopen" | "strict", asOf: string) => windows[name](at, { asOf }).isOpen;
    expect(isoOf(windows.reopen(at).closesAt)).toBe("2026-11-23T10:00:00.000+00:00");
    expect(isOpen("reopen", "2026-11-23T10:00:00Z")).toBe(true);
    expect(isOpen("reopen", "2026-11-23T10:00:00.001Z")).toBe(false);
    expect(isOpen("strict", "2026-11-23T10:00:00Z")).toBe(false);
    expect(isOpen("strict", "2026-11-23T09:59:59.999Z")).toBe(true);
    expect(windows.reopen(at).isOpen).toBeNull();
  });

  it("close with the latest way of being in time, and each way with its earliest limit", () => {
    // Six months from the incident is 28 February, from the discovery 30 June; twelve from the
    // incident is 31 August.
    const incident = "2026-08-31T09:00:00Z";
    const { closesAt, ways } = windows.complaint({ incident, discovery: "2026-12-31T10:00:00Z" });
    expect(isoOf(closesAt)).toBe("2027-06-30T10:00:00.000+01:00");
    expect(ways.map(({ from, closesAt }) => [from, isoOf(closesAt)])).toEqual([
      [["incident"], "2027-02-28T10:00:00.000+00:00"],
      [["discovery", "incident"], "2027-06-30T10:00:00.000+01:00"],
    ]);
    const late = windows.complaint({ incident, discovery: "2027-06-01T10:00:00Z" });
    expect(isoOf(late.closesAt)).toBe("2027-08-31T10:00:00.000+01:00");
  });

  it("open when an event has come that a way counts from, and not before", () => {
    const incident = "2026-08-31T09:00:00Z";
    // Six months from the incident is 28 February; the discovery opens the second way on 1 June.
    const events = { incident, discovery: "2027-06-01T10:00:00+01:00" };
    const status = (asOf: string) => windows.complaint(events, { asOf }).status;
    expect(isoOf(windows.complaint(events).opensAt)).toBe("2026-08-31T10:00:00.000+01:00");
    expect([
      status("2026-08-31T08:59:59.999Z"),
      status("2026-08-31T09:00:00Z"),
      status("2027-02-28T10:00:00Z"),
      status("2027-02-28T10:00:00.001Z"),
      status("2027-06-01T09:00:00Z"),
      status("2027-08-31T09:00:00Z"),
      status("2027-08-31T09:00:00.001Z"),
    ]).toEqual(["not-open-yet", "open", "open", "not-open-yet", "open", "open", "closed"]);
    expect(windows.complaint(events).status).toBeNull();
  });

  it("leave out a way whose events are not all given, and refuse if none is left", () => {
    const incident = "2026-08-31T09:00:00Z";
    expect(windows.complaint({ incident }).ways).toHaveLength(1);
    expect(() => windows.complaint({ discovery: incident })).toThrow(
      expect.objectContaining({ code: "event-missing" }),
    );
    expect(() => windows.complaint(incident)).toThrow(/incident, discovery/);
  });

  it("may bound another event, and were never open if it came too late", () => {
    const { complaint } = defineSla({
      ...londonDesk,
      windows: {
        complaint: {
          anyOf: [
            [
              { from: "discovery", within: { months: 6 } },
              { from: "incident", of: "discovery", within: { months: 12 } },
            ],
          ],
        },
      },
    }).windows;
    const incident = "2026-08-31T09:00:00Z";
    // Discovered on the last day of the twelve months: open for six more.
    const inTime = complaint(
      { incident, discovery: "2027-08-31T09:00:00Z" },
      { asOf: "2028-02-29T09:00:00Z" },
    );
    expect(isoOf(inTime.closesAt)).toBe("2028-02-29T10:00:00.000+00:00");
    expect(inTime.isOpen).toBe(true);
    // A millisecond later: too late for ever, by the limit that was missed.
    const missed = complaint(
      { incident, discovery: "2027-08-31T09:00:00.001Z" },
      { asOf: "2027-09-01T09:00:00Z" },
    );
    expect(missed.isOpen).toBe(false);
    expect(isoOf(missed.closesAt)).toBe("2027-08-31T10:00:00.000+01:00");
  });

  it("may end with their last day", () => {
    const { fortnight } = defineSla({
      ...londonDesk,
      windows: { fortnight: { anyOf: [[{ within: { weeks: 2 } }]], due: "end-of-day" } },
    }).windows;
    expect(isoOf(fortnight("2026-11-02T10:00:00Z").closesAt)).toBe("2026-11-17T00:00:00.000+00:00");
  });

  it("take an instant in any form", () => {
    const atMs = Date.UTC(2026, 10, 20, 10);
    for (const at of [atMs, new Date(atMs), { epochMilliseconds: atMs }]) {
      expect(windows.reopen(at).closesAt.toMillis()).toBe(atMs + 72 * 3_600_000);
    }
  });
});

describe("a window on bank holidays that are projected", () => {
  const { claim } = defineSla({
    id: "desk",
    calendars: {
      office: {
        timeZone: "Europe/London",
        hours: { weekdays: ["09:00-17:00"] },
        bankHolidays: "england-and-wales",
      },
    },
    targets: {},
    windows: { claim: { anyOf: [[{ within: { workingDays: 3, calendar: "office" } }]] } },
  }).windows;

  it("is provisional, and one on published dates is not", () => {
    expect(claim("2026-11-20T12:00:00Z").provisional).toBe(false);
    expect(claim("2034-11-20T12:00:00Z").provisional).toBe(true);
  });
});
