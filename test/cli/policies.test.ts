import { describe, expect, it } from "vitest";
import { DESK, lines } from "../tickets/small-desk";
import { breaches, file } from "./run-breaches";

/** Four hours for severity 1, and two for those who pay for it. */
const { allowance } = DESK.targets.fix;
const SILVER = file("silver.json", JSON.stringify({ ...DESK, id: "silver" }));
const GOLD = file(
  "gold.json",
  JSON.stringify({
    ...DESK,
    id: "gold",
    targets: {
      fix: {
        ...DESK.targets.fix,
        allowance: { ...allowance, "1": { hours: 2, calendar: "core" } },
      },
    },
  }),
);
const LOG = file(
  "two-policies.csv",
  lines(
    "Ticket,Service,Priority,Opened,Resolved",
    // Monday 09:00 to 12:00: 3 h of 4, of 2, and of no policy that is given.
    "T-1,Silver,1,2026-06-01T09:00+01:00,2026-06-01T12:00+01:00",
    "T-2,GOLD,1,2026-06-01T09:00+01:00,2026-06-01T12:00+01:00",
    "T-3,bronze,1,2026-06-01T09:00+01:00,2026-06-01T12:00+01:00",
  ),
);
const AS_OF = ["--as-of", "2026-06-05T12:00Z"];

describe("several policies", () => {
  it("each judge the rows that name them", async () => {
    const { stdout, stderr, code } = await breaches([
      ...[LOG, "--policy", SILVER, "--policy", GOLD],
      ...AS_OF,
    ]);
    expect(stdout).toMatch(/T-1 +silver fix .* met +75\.0/);
    expect(stdout).toMatch(/T-2 +gold fix .* breached +150\.0/);
    expect(stderr).toContain('"bronze" is not one of the policies given; those are silver, gold');
    expect(code).toBe(1);
  });

  it("need a column that names them, and names of their own", async () => {
    const bare = file("no-policy.csv", lines("Ticket,Opened,Resolved", "T-1,2026-06-01T09:00Z,"));
    const nameless = await breaches([bare, "--policy", SILVER, "--policy", GOLD]);
    expect(nameless.stderr).toContain(
      "no column is known to name the policy of each ticket; say with --policy-by",
    );
    expect(nameless.code).toBe(2);
    const twice = await breaches([LOG, "--policy", GOLD, "--policy", GOLD]);
    expect(twice.stderr).toContain('two of the policies given are called "gold"');
    expect(twice.code).toBe(2);
  });
});

describe("a service whose document leaves something to the parties", () => {
  it("is judged by its name, with the missing part given as JSON", async () => {
    const path = file(
      "gpsoc.csv",
      lines("Ticket,Opened,Resolved,Priority", "T-1,2026-06-01 09:00,2026-06-03 12:00,2"),
    );
    // The working day after Monday 1 June ends with Tuesday.
    const fixTimes = 'fixTimes={"2":{"workingDays":1,"calendar":"workingDays"}}';
    const { stdout } = await breaches([
      ...[path, "--policy", "gpsoc", "--choose", fixTimes],
      ...AS_OF,
    ]);
    expect(stdout).toMatch(/T-1 +gpsoc fix .*end of Tue 2 Jun 2026 +breached/);
  });
});
