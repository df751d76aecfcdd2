import { describe, expect, it } from "vitest";
import { DESK } from "../tickets/small-desk";
import { breaches, file } from "./run-breaches";

describe("a command line that cannot be used", () => {
  it.each([
    ["an instant with no offset", ["--as-of", "2026-11-02T09:00"], "offset"],
    ["an instant that does not exist", ["--as-of", "2026-02-30T09:00Z"], "--as-of"],
    ["an unknown policy: lists the names", ["--policy", "nhsmial"], "nhsmail, nhs-login"],
    ["a policy file that is not there", ["--policy", "no-such.json"], "no-such.json"],
    ["a mapping that is not there", ["--columns", "no-such.json"], "no-such.json"],
    ["an unknown option: suggests one", ["--polcy", "nhsmail"], "--policy"],
    ["an unknown format", ["--format", "xml"], "table, html, md, csv, json"],
    ["an unknown choice", ["--only", "late"], "breached, at-risk"],
    ["a share that is not a number", ["--at-risk", "most"], "percentage"],
    ["a limit that is not a number", ["--limit", "-1"], "whole number"],
    ["an invalid number of tickets", ["--top", "many"], "whole number"],
    ["more tickets than a page can hold", ["--top", "1001"], "up to 1000"],
    ["a file too many", ["a.csv", "b.csv"], "too many arguments"],
  ])("has %s", async (_, args, message) => {
    const { stdout, stderr, code } = await breaches(args);
    expect(stdout).toBe("");
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("    at ");
    expect(code).toBe(2);
  });

  it("may ask for help", async () => {
    const { stdout, code } = await breaches(["--help"]);
    expect(stdout).toContain("--as-of");
    expect(stdout).toContain("2027-04-05T12:00:00+01:00");
    expect(code).toBe(0);
  });
});

describe("a policy or a mapping that cannot be used", () => {
  it("is not JSON", async () => {
    const { stderr, code } = await breaches(["--policy", file("broken.json", "{ id: 1 }")]);
    expect(stderr).toContain("it is not JSON");
    expect(code).toBe(2);
  });

  it("has every problem printed with its path", async () => {
    const policy = {
      id: "p",
      calendars: {
        core: { id: "c", timeZone: "Europe/Londn", hours: { weekdays: ["09:00-25:00"] } },
      },
      targets: { fix: { allowance: { hours: -1, calendar: "core" }, runs: [], stops: ["x"] } },
    };
    const { stderr, code } = await breaches(["--policy", file("bad.json", JSON.stringify(policy))]);
    expect(stderr).toContain("calendars.core.timeZone: ");
    expect(stderr).toContain("calendars.core.hours.weekdays[0]: ");
    expect(stderr).toContain("targets.fix.allowance.hours: ");
    expect(stderr).toContain("targets.fix.runs: ");
    expect(code).toBe(2);
  });

  it("maps instants that state no offset to no zone", async () => {
    const columns = {
      ticket: "id",
      policy: "service",
      at: { column: "when", formats: ["d/M/yyyy HH:mm"] },
      state: { column: "state" },
      severty: {},
    };
    const { stderr, code } = await breaches([
      "--columns",
      file("map.json", JSON.stringify(columns)),
    ]);
    expect(stderr).toContain("at.zone: ");
    expect(stderr).toContain("severty");
    expect(code).toBe(2);
  });

  it("maps instants to an unknown zone", async () => {
    const columns = {
      ticket: "id",
      policy: "service",
      at: { column: "when", zone: "Europe/Londn" },
      state: { column: "state" },
    };
    const { stderr, code } = await breaches([
      "--columns",
      file("map.json", JSON.stringify(columns)),
    ]);
    expect(stderr).toContain("Europe/Londn");
    expect(code).toBe(2);
  });
});

describe("an option that would change nothing", () => {
  const log = file("no-change.csv", "ticket,at,state,severity\nT-1,2026-06-01T09:00+01:00,New,1\n");
  const policy = file("no-change.json", JSON.stringify(DESK));
  const judged = (...args: readonly string[]) =>
    breaches([log, "--policy", policy, "--as-of", "2026-06-05T12:00Z", ...args]);

  it.each([
    [
      "a preset that the file is not",
      ["--as", "zendesk"],
      "its columns are not those of --as zendesk",
    ],
    ["rows by a column that is not there", ["--rows", "site=x"], 'it has no column "site"'],
    [
      "a state that the policy has",
      ["--state", "New=stops"],
      "which says itself what it does (runs)",
    ],
    ["a share for a percentage", ["--at-risk", "0.75"], "for a share of 0.75 give 75"],
    ["a percentage beyond all", ["--at-risk", "9000"], "Give a percentage up to 100"],
  ])("is refused: %s", async (_, args, message) => {
    const { code, stderr, stdout } = await judged(...args);
    expect(stderr).toContain(message);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  it("is refused beside a mapping, which says how the file is read", async () => {
    const mapping = file(
      "no-change-mapping.json",
      JSON.stringify({ ticket: "ticket", at: { column: "at" }, state: { column: "state" } }),
    );
    for (const args of [
      ["--zone", "Europe/Paris"],
      ["--dates", "day-first"],
      ["--hold", "hours"],
    ]) {
      const { code, stderr } = await judged("--mapping", mapping, ...args);
      expect(stderr).toContain(`${args[0]} says nothing beside the mapping`);
      expect(code).toBe(2);
    }
  });

  it("is taken if it repeats what is already so, or chooses rows by any column", async () => {
    expect((await judged("--state", "New=runs")).code).toBe(0);
    const none = await judged("--rows", "state=Resolved");
    expect(none.stderr).toContain("1 row left alone");
  });
});
