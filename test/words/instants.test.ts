import { describe, expect, it } from "vitest";
import { dueText } from "../../src/words/instants";

describe("when something is due", () => {
  it.each([
    // The midnight that ends Thursday, in London in winter and in summer.
    ["2027-01-01T00:00Z", "Europe/London", "end of Thu 31 Dec 2026"],
    ["2026-06-30T23:00Z", "Europe/London", "end of Tue 30 Jun 2026"],
    ["2026-06-30T22:59:59.999Z", "Europe/London", "Tue 30 Jun 2026 23:59:59.999 BST"],
    // Cairo goes from Thu 23 April 24:00 to Fri 24 April 01:00, so that day ends at 22:00Z, and the next starts at 01:00.
    ["2026-04-23T22:00Z", "Africa/Cairo", "end of Thu 23 Apr 2026"],
    // In Havana Sun 1 November has 00:00 twice; the day before ends with the first, at 04:00Z.
    ["2026-11-01T04:00Z", "America/Havana", "end of Sat 31 Oct 2026"],
    ["2026-11-01T05:00Z", "America/Havana", "Sun 1 Nov 2026 00:00 GMT-5"],
    ["2026-09-04T12:00Z", "Europe/London", "Fri 4 Sep 2026 13:00 BST"],
  ])("%s in %s is %s", (at, zone, text) => {
    expect(dueText(Date.parse(at), zone)).toBe(text);
  });
});
