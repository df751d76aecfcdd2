import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { command, file } from "./run-breaches";

const calendar = (...args: string[]) => command("calendar", ...args);

const office = { id: "office", timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } };
const target = { runs: ["open"], stops: ["done"] };

describe("core-hours calendar", () => {
  it("draws the present year of NHSmail's core hours if nothing else is asked for", async () => {
    const { stdout, code } = await calendar();
    expect(stdout).toContain("NHSmail core hours (nhsmail-core)");
    expect(stdout).toContain(" October 2026                   November 2026");
    expect(code).toBe(0);
  });

  it("draws the calendar of a file", async () => {
    const path = file("office.json", JSON.stringify(office));
    const { stdout, code } = await calendar(path, "--month", "2026-11");
    expect(stdout).toContain("Mon-Fri 09:00-17:00; Sat-Sun closed");
    expect(code).toBe(0);
  });

  it("draws the only calendar of a policy, or the one that is named", async () => {
    const fix = { allowance: { hours: 4, calendar: "a" }, ...target };
    const one = { id: "p", calendars: { a: office }, targets: { fix } };
    const two = { ...one, calendars: { a: office, b: { ...office, id: "second" } } };
    const first = file("one.json", JSON.stringify(one));
    const second = file("two.json", JSON.stringify(two));
    expect((await calendar(first, "--month", "2026-11")).stdout).toContain("office,");
    const named = await calendar(second, "--month", "2026-11", "--calendar", "b");
    expect(named.stdout).toContain("second,");
    expect(await calendar(second)).toEqual({
      stdout: "",
      stderr: "calendar: p has several calendars; name one with --calendar: a, b\n",
      code: 2,
    });
  });

  it.each([
    [["nope"], /"nope" is neither a JSON file nor one of nhsmail, nhs-login/],
    [["nhsmail", "--calendar", "x"], /nhsmail has no calendar "x"; it has core, workingDays/],
    [["--month", "2026-13"], /--month "2026-13" is not a month; write it as 2027-04/],
    [["--year", "26"], /--year "26" is not a year/],
    [["missing.json"], /missing\.json: it cannot be read/],
    [["--month", "2026-11", "--year", "2026"], /cannot be used with/],
  ])("refuses %j with a message and exit code 2", async (args, message) => {
    const { stdout, stderr, code } = await calendar(...args);
    expect(stderr).toMatch(message);
    expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  });

  it("says what is wrong in a file that is not a calendar", async () => {
    const path = file("wrong.json", JSON.stringify({ ...office, hours: { monday: ["9-5"] } }));
    const { stderr, code } = await calendar(path);
    expect(stderr).toContain("hours.monday");
    expect(code).toBe(2);
    writeFileSync(path, "not JSON");
    expect((await calendar(path)).stderr).toContain("it is not JSON");
  });

  it("refuses --calendar for a file that is a calendar itself", async () => {
    const path = file("itself.json", JSON.stringify(office));
    expect((await calendar(path, "--calendar", "a")).code).toBe(2);
  });
});

describe("core-hours calendar of hours that change", () => {
  const changing = {
    ...office,
    bankHolidays: "england-and-wales",
    hoursFrom: { "2027-04-01": { weekdays: ["08:00-18:00"], saturday: ["09:00-12:00"] } },
    rules: [{ title: "Inventory", on: "03-31", hours: ["09:00-12:00"] }],
  };

  it("tells each week that holds, the rule by its title, and what may not be meant", async () => {
    const path = file("changing.json", JSON.stringify(changing));
    const { stdout } = await calendar(path, "--year", "2027");
    expect(stdout).toContain("Mon-Fri 09:00-17:00; Sat-Sun closed");
    expect(stdout).toContain(
      "hours from 1 April 2027:\nMon-Fri 08:00-18:00; Sat 09:00-12:00; Sun closed",
    );
    expect(stdout).toMatch(/31 Mar 2027 +09:00-12:00 +Inventory \(rule\)/);
    expect(stdout).toContain("Note: It opens on weekends and does not say");
  });
});
