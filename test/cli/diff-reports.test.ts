import { describe, expect, it } from "vitest";
import { command, file, log } from "./run-breaches";

const policyWith = (weekdays: string) =>
  JSON.stringify({
    id: "policy",
    calendars: { desk: { timeZone: "Europe/London", hours: { weekdays: [weekdays] } } },
    targets: {
      fix: { allowance: { hours: 4, calendar: "desk" }, runs: ["open"], stops: ["done"] },
    },
  });

// From Thursday 1 April 2027, 14:00, to Friday, 08:30: 3 hours from 09:00 to 17:00, due on Friday 10:00; 4 and a
// half hours from 08:00 to 18:00, due on Thursday 18:00. T-2 has used 2 hours of either, due on Thursday 14:00.
const tickets = log(
  "checked.csv",
  "T-1,,2027-04-01T14:00:00+01:00,open,",
  "T-1,,2027-04-02T08:30:00+01:00,done,",
  "T-2,,2027-04-01T10:00:00+01:00,open,",
  "T-2,,2027-04-01T12:00:00+01:00,done,",
);

/** A report of the tickets, saved under a name. */
async function saved(name: string, weekdays: string, asOf = "2027-04-05T12:00:00+01:00") {
  const policy = file(`${name}-policy.json`, policyWith(weekdays));
  const args = ["--policy", policy, "--as-of", asOf, "--format", "json"];
  const { stdout } = await command("breaches", tickets, ...args);
  return file(`${name}.json`, stdout);
}

describe("core-hours diff of two reports", () => {
  it("names the verdicts that differ, and by what", async () => {
    const [checked, today] = [
      await saved("checked", "09:00-17:00"),
      await saved("today", "08:00-18:00"),
    ];
    const { stdout, stderr, code } = await command("diff", checked, today);
    expect(stderr).toBe("");
    expect(stdout).toBe(
      '1 verdict differs:\n"T-1"  policy fix  met -> breached; due 2027-04-02T10:00:00+01:00 -> 2027-04-01T18:00:00+01:00; ' +
        "breachedAt none -> 2027-04-01T18:00:00+01:00; elapsed 10800000 -> 16200000\n",
    );
    expect(code).toBe(1);
  });

  it("says that none differs", async () => {
    const checked = await saved("same", "09:00-17:00");
    expect(await command("diff", checked, checked)).toEqual({
      stdout: "No verdict differs.\n",
      stderr: "",
      code: 0,
    });
  });

  it("names a ticket that one of them lacks", async () => {
    const checked = await saved("whole", "09:00-17:00");
    const empty = file("empty.json", '{"asOf":"2027-04-05T11:00:00Z","rows":[]}');
    const { stdout, code } = await command("diff", checked, empty);
    expect(stdout).toContain("2 verdicts differ:");
    expect(stdout).toMatch(/"T-2" +policy fix +met -> no verdict/);
    expect(code).toBe(1);
  });

  it.each([
    ["reports as of different instants", "judge both with the same --as-of", []],
    [
      "an option of calendars",
      "--from: two reports are compared as they are",
      ["--from", "2027-01-01"],
    ],
  ])("refuses %s", async (_, message, args) => {
    const checked = await saved("one", "09:00-17:00");
    const asOf = args.length > 0 ? undefined : "2027-04-06T12:00:00+01:00";
    const later = await saved("other", "09:00-17:00", asOf);
    const { stderr, code } = await command("diff", checked, later, ...args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it("refuses a report beside a policy, and one whose rows cannot be read", async () => {
    const checked = await saved("good", "09:00-17:00");
    const policy = file("beside.json", policyWith("09:00-17:00"));
    const beside = await command("diff", checked, policy);
    expect(beside.stderr).toContain(
      "expected a report as core-hours breaches --format json writes it",
    );
    expect(beside.code).toBe(2);
    const broken = file("broken.json", '{"asOf":"2027-04-05T11:00:00Z","rows":[{"ticket":1}]}');
    const unread = await command("diff", checked, broken);
    expect(unread.stderr).toContain("rows.0.ticket");
    expect(unread.code).toBe(2);
  });
});
