import { describe, expect, it } from "vitest";
import { breaches, log } from "./run-breaches";

/** NHSmail's escalations are acknowledged by the end of the next working day; an HSSI in 30 minutes. */
const PATH = () =>
  log(
    "escalations.csv",
    "E-1,nhsmail,2027-03-01T09:00:00Z,new,",
    "E-1,nhsmail,2027-03-01T10:00:00Z,escalation-form-received,",
    "E-1,nhsmail,2027-03-04T10:00:00Z,escalation-acknowledged,",
    "E-2,nhs-login,2027-03-01T09:00:00Z,hssi-happened,1",
    "E-2,nhs-login,2027-03-01T11:00:00Z,hssi-notified,1",
  );
const AS_OF = ["--as-of", "2027-03-05T09:00Z"];

describe("the targets that a log is judged by", () => {
  it("are all that a ticket has begun, and the report names them", async () => {
    const { stdout } = await breaches([PATH(), ...AS_OF, "--choose", "hssiClock=clock"]);
    // Monday 13 h, Tuesday and Wednesday 15 h each: the 48 h are up on Thursday at 12:00.
    expect(stdout).toMatch(
      /^E-1 +nhsmail incidentResolution .*Thu 4 Mar 2027 12:00 GMT +breached/m,
    );
    expect(stdout).toMatch(/^E-1 +nhsmail escalationAcknowledgement .*breached/m);
    // Two hours of half an hour.
    expect(stdout).toMatch(/^E-2 +nhs-login hssiNotification .*breached +400\.0 +1h 30m over/m);
    expect(stdout).toMatch(
      /^Judged by nhsmail incidentResolution, nhsmail escalationAcknowledgement, nhs-login hssiNotification; 6 other targets begun by no ticket\.$/m,
    );
    expect(stdout).toMatch(
      /^2 tickets \(5 rows\) · 3 verdicts · 3 breached \(2 tickets\) · 0 met/m,
    );
  });

  it("are those asked for, also for a ticket that has not begun them", async () => {
    const args = [PATH(), ...AS_OF, "--choose", "hssiClock=clock"];
    const { stdout } = await breaches([...args, "--target", "incidentResolution"]);
    expect(stdout).toMatch(/^E-1 +nhsmail incidentResolution .*breached/m);
    expect(stdout).toMatch(/^E-2 +nhs-login incidentResolution .*pending/m);
    expect(stdout).not.toContain("escalationAcknowledgement");
    const two = await breaches([
      ...args,
      ...["--target", "hssiNotification,escalationAcknowledgement", "--format", "csv"],
    ]);
    expect(two.stdout.split("\r\n").slice(1, -1)).toHaveLength(2);
  });

  it("are refused if no policy has them", async () => {
    const { stderr, code } = await breaches([PATH(), "--target", "mend"]);
    expect(stderr).toContain(
      '--target "mend": no service has it; its targets are incidentResolution',
    );
    expect(code).toBe(2);
    const one = await breaches([PATH(), "--policy", "nhsmail", "--target", "problemFix"]);
    expect(one.stderr).toContain('--target "problemFix": nhsmail does not have it');
  });

  it("are judged even if one of them cannot be", async () => {
    // Without the partner's hours nobody can say when an HSSI must be notified.
    const { stdout, stderr, code } = await breaches([PATH(), ...AS_OF]);
    expect(stdout.split("\n")[0]).toBe("Verdicts may be wrong: 1 ticket could not be judged.");
    expect(stdout).toMatch(/^E-1 +nhsmail escalationAcknowledgement .*breached/m);
    expect(stderr).toMatch(/:5: ticket E-2: target hssiNotification: .*partnerHours/);
    expect(code).toBe(1);
  });
});

describe("the readings of a service", () => {
  it("are chosen by its own options, yes and no among them", async () => {
    const paused = await breaches(["--choose", "pauseAwaitingUserInfo=no"]);
    expect(paused.stdout).toContain("· 0 paused ·");
    const hours = ["--choose", "partnerHours=nhs-login-support", "--format", "json"];
    const { rows } = JSON.parse((await breaches([PATH(), ...AS_OF, ...hours])).stdout);
    const found = rows.find((row: { ticket: string }) => row.ticket === "E-2");
    expect(found).toMatchObject({ status: "breached", usedPercent: 400 });
  });

  it.each([
    ["hssiClock", "Give an option and its value"],
    ["hssiClok=clock", "unknown option"],
    ["hssiClock=sundial", "hssiClock"],
  ])("are refused: %s", async (choice, message) => {
    const { stderr, code } = await breaches([PATH(), "--choose", choice]);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it("do not exist for a policy file, which states its own", async () => {
    const args = ["--policy", "examples/policies/incident-log.json", "--choose", "a=b"];
    expect((await breaches([PATH(), ...args])).stderr).toContain("only the services have choices");
  });
});
