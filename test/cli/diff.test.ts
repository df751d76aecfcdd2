import { describe, expect, it } from "vitest";
import { command, file, log } from "./run-breaches";

const diff = (...args: string[]) => command("diff", ...args);

const desk = { id: "desk", timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } };
const planned = {
  ...desk,
  hoursFrom: { "2027-04-01": { weekdays: ["08:00-18:00"] } },
  rules: [{ title: "Inventory", on: "06-30", hours: [] }],
};
const today = file("today.json", JSON.stringify(desk));
const next = file("next.json", JSON.stringify(planned));

const target = { allowance: { hours: 4, calendar: "desk" }, runs: ["open"], stops: ["done"] };
const policyOf = (calendar: object) => ({
  id: "policy",
  calendars: { desk: calendar },
  targets: { fix: target },
});
const before = file("before.json", JSON.stringify(policyOf(desk)));
const after = file("after.json", JSON.stringify(policyOf(planned)));

describe("core-hours diff", () => {
  it("names the dates whose hours differ, with both and the reason", async () => {
    // 1 and 2 April 2027 are a Thursday and a Friday.
    const { stdout, code } = await diff(today, next, "--from", "2027-03-29", "--to", "2027-04-04");
    expect(stdout.trim()).toBe(
      "Thu 1 Apr 2027 to Fri 2 Apr 2027  09:00-17:00 -> 08:00-18:00 (hours from 1 April 2027)",
    );
    expect(code).toBe(1);
    const one = await diff(today, next, "--from", "2027-06-30", "--to", "2027-06-30");
    expect(one.stdout.trim()).toBe("Wed 30 Jun 2027  09:00-17:00 -> closed (Inventory)");
  });

  it("compares this year and the next if it is not told which dates", async () => {
    // The command runs on 20 November 2026: 30 June 2026 is a Tuesday, 31 December 2027 a Friday.
    const { stdout } = await diff(today, next);
    const lines = stdout.trim().split("\n");
    expect(lines[0]).toContain("Tue 30 Jun 2026");
    expect(lines.at(-1)).toContain("Fri 31 Dec 2027");
  });

  it("says that nothing differs", async () => {
    expect(await diff(today, today)).toEqual({
      stdout: "The hours are the same on every date.\n",
      stderr: "",
      code: 0,
    });
  });

  it("names the tickets whose verdicts differ", async () => {
    // From Thursday 1 April 2027, 14:00, to Friday, 08:30: 3 hours by the old hours, 4 and a half by the
    // new. T-2 has used 2 by either.
    const tickets = log(
      "diff-log.csv",
      "T-1,,2027-04-01T14:00:00+01:00,open,",
      "T-1,,2027-04-02T08:30:00+01:00,done,",
      "T-2,,2027-04-01T10:00:00+01:00,open,",
      "T-2,,2027-04-01T12:00:00+01:00,done,",
    );
    const args = ["--tickets", tickets, "--as-of", "2027-04-05T12:00:00+01:00"];
    const { stdout, stderr, code } = await diff(before, after, "--from", "2027-04-01", ...args);
    expect(stderr).toBe("");
    expect(stdout).toContain("1 verdict differs:");
    expect(stdout).toMatch(/"T-1" +fix +met -> breached/);
    expect(stdout).not.toContain("T-2");
    expect(code).toBe(1);
    const same = await diff(before, before, ...args);
    expect(same).toEqual({
      stdout: "The hours are the same on every date. No verdict differs.\n",
      stderr: "",
      code: 0,
    });
  });

  it("refuses what it cannot compare", async () => {
    const wrong = await diff(today, "nonsense");
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('diff: "nonsense" is neither a JSON file nor one of');
    const span = await diff(today, next, "--from", "2027-02-30");
    expect(span.code).toBe(2);
    expect(span.stderr).toContain("is not a date that exists");
    const twice = await diff(before, after, "--tickets", "-");
    expect(twice.stderr).toContain("the log is read twice");
    expect(twice.code).toBe(2);
    expect((await diff(today)).code).toBe(2);
  });
});
