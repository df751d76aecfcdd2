import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { explain, nhsmail } from "../../src/index";
import { dated, file as icsOf } from "../interchange/icalendar/write";
import { DESK } from "../tickets/small-desk";
import { command, file } from "./run-breaches";

describe("core-hours due", () => {
  it("gives every target of NHSmail for an instant of Christmas Eve", async () => {
    // 48 core hours of 15 a day: Thu 6; Fri 25 and Mon 28 are holidays; Tue 15 (21), Wed 15 (36),
    // Thu 12, which is 19:00. The acknowledgements are due as the next working day ends, on Tuesday.
    const { stdout, code } = await command("due", "2026-12-24T16:00");
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => line.split(/ {2,}/)),
    ).toEqual([
      ["Incident resolution", "Thu 31 Dec 2026 19:00 GMT"],
      ["Acknowledgement of a complaint", "end of Tue 29 Dec 2026"],
      ["Acknowledgement of an escalation", "end of Tue 29 Dec 2026"],
    ]);
    expect(code).toBe(0);
  });

  it("says what a target lacks, and what is due by an agreed date", async () => {
    for (const severity of [[], ["--severity", "1"]]) {
      const args = ["2026-12-24T16:00", "--policy", "gpsoc", ...severity];
      const { stdout, code } = await command("due", ...args);
      expect(stdout).toMatch(/^Supplier's fix time .*cannot be told: The GPSoC .*\(GP-02\); give/m);
      expect(stdout).toMatch(/^Acknowledgement of an escalation .*end of Tue 29 Dec 2026$/m);
      expect(stdout).toMatch(
        /^Initial feedback on an escalation .*on the agreed date, once there/m,
      );
      expect(code).toBe(0);
    }
  });

  it("reads an instant without an offset in the policy's zone", async () => {
    const summer = await command("due", "2026-07-01T09:00", "--target", "incidentResolution");
    const same = await command("due", "2026-07-01T08:00Z", "--target", "incidentResolution");
    // Wed 13, Thu 15 (28), Fri 15 (43), Mon 5, which is 12:00 BST.
    expect(summer.stdout).toContain("Mon 6 Jul 2026 12:00 BST");
    expect(same).toEqual(summer);
  });

  it("asks by severity if the allowance depends on it", async () => {
    const args = ["2026-11-20T09:00Z", "--policy", "nhs-login", "--target", "incidentResolution"];
    const all = await command("due", ...args);
    expect(all.stdout.match(/severity \d/g)).toEqual(
      ["1", "2", "3", "4", "5"].map((severity) => `severity ${severity}`),
    );
    const one = await command("due", ...args, "--severity", "1");
    expect(one.stdout.trimEnd().split("\n")).toHaveLength(1);
    expect(all.stdout).toContain(one.stdout.trimEnd());
  });

  it("says which target has no answer, and answers the others", async () => {
    // NHS login's document leaves the partner's hours to the partner.
    const { stdout, code } = await command("due", "2026-11-20T09:00Z", "--policy", "nhs-login");
    expect(stdout).toMatch(/cannot be told: Calendar "partnerHours"/);
    expect(stdout).toMatch(/severity 5 +\w{3} \d/);
    expect(code).toBe(0);
  });

  it.each([
    [["tomorrow"], /"tomorrow" is not wall-clock time/],
    [["2026-02-30T10:00"], /2026-02-30/],
    [["2026-11-20T09:00", "--target", "x"], /nhsmail has no target "x"; it has incidentResolution/],
    [["2026-11-20T09:00", "--policy", "x"], /--policy "x" is neither a JSON file nor one of/],
    [["2026-11-20T09:00", "--policy", "nhs-login", "--severity", "9"], /"9"/],
    [[], /missing required argument 'started'/],
  ])("refuses %j with exit code 2", async (args, message) => {
    const { stdout, stderr, code } = await command("due", ...args);
    expect(stderr).toMatch(message);
    expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  });
});

describe("core-hours explain", () => {
  it("prints the working of a ticket of the sample, as the library explains it", async () => {
    const { stdout, code } = await command("explain", "NM-1005");
    const events = [
      { at: "2026-12-23T15:00:00Z", state: "new" },
      { at: "2026-12-23T15:45:00Z", state: "in-progress" },
      { at: "2026-12-31T09:00:00Z", state: "resolved" },
      { at: "2027-01-03T09:00:00Z", state: "closed" },
    ];
    const asOf = "2027-04-05T12:00:00+01:00";
    const { incidentResolution } = nhsmail().targets;
    expect(stdout).toBe(
      `${explain(incidentResolution.track(events, { asOf, ticket: "NM-1005" }))}\n`,
    );
    expect(code).toBe(0);
  });

  it("has a line for time on hold if nobody knows when it was", async () => {
    const log = file(
      "explain-hold.csv",
      "Ticket,Opened,Resolved,Priority,On hold\nT-1,2026-06-01 09:00,2026-06-01 12:00,1,01:30:00\n",
    );
    const policy = file("explain-desk.json", JSON.stringify(DESK));
    const args = [...["--log", log, "--policy", policy], ...["--as-of", "2026-06-05T12:00Z"]];
    const { stdout, code } = await command("explain", "T-1", ...args);
    expect(stdout.trimEnd().split("\n").at(-1)).toBe(
      "only the length of its time on hold is known, 1 h 30 min; the place shown is not real, and moves when it was due",
    );
    expect(code).toBe(0);
  });

  it("says that the log has no such ticket", async () => {
    const { stderr, code } = await command("explain", "NM-9");
    expect(stderr).toContain('the log has no ticket "NM-9"');
    expect(code).toBe(2);
  });
});

describe("core-hours bank-holidays", () => {
  it("lists those of this year in England and Wales", async () => {
    const { stdout, code } = await command("bank-holidays");
    expect(stdout).toContain("Mon 28 Dec 2026  Boxing Day");
    expect(stdout.match(/published/g)).toHaveLength(8);
    expect(code).toBe(0);
  });

  describe("--file lists those of a file of gov.uk", () => {
    const events = [
      { title: "Dydd Calan", date: "2029-01-01", notes: "", bunting: true },
      { title: "Dydd Nadolig", date: "2029-12-25", notes: "", bunting: true },
    ];
    const one = JSON.stringify({ division: "cymru-a-lloegr", events });
    const whole = JSON.stringify({ "cymru-a-lloegr": { division: "cymru-a-lloegr", events } });
    const ics = icsOf(...events.map(({ title, date }) => dated(date, title)));
    const list =
      "Mon 1 Jan 2029   Dydd Calan    published\nTue 25 Dec 2029  Dydd Nadolig  published\n";
    const listed = async (name: string, text: string | Uint8Array, ...args: readonly string[]) => {
      const path = join(process.env["EXAMPLES_FOLDER"] ?? "", name);
      await writeFile(path, text);
      return command("bank-holidays", ...args, "--file", path, "--year", "2029");
    };
    const utf16 = new Uint8Array(Uint16Array.from(`\ufeff${ics}`, (c) => c.charCodeAt(0)).buffer);

    it.each([
      ["the JSON of one division", "one.json", one, []],
      ["with a byte order mark", "bom.json", `\ufeff${one}`, ["england-and-wales"]],
      ["the whole file in Welsh", "whole.json", whole, []],
      ["of a division named in Welsh", "whole.json", whole, ["cymru-a-lloegr"]],
      ["an .ics of a division", "cymru.ics", ics, ["cymru-a-lloegr"]],
      ["an .ics with a byte order mark", "bom.ics", `\ufeff${ics}`, ["england-and-wales"]],
      ["an .ics in UTF-16", "utf16.ics", utf16, ["england-and-wales"]],
    ])("%s", async (_, name, text, args) => {
      expect(await listed(name, text, ...args)).toMatchObject({ stdout: list, code: 0 });
    });

    it("asks whose an .ics is, and refuses a division that a file does not have", async () => {
      const unnamed = await listed("cymru.ics", ics);
      expect([unnamed.code, unnamed.stderr]).toEqual([
        2,
        expect.stringContaining("name the division, such as scotland"),
      ]);
      const scotland = await listed("one.json", one, "scotland");
      expect([scotland.code, scotland.stderr]).toEqual([
        2,
        expect.stringContaining("the file has cymru-a-lloegr"),
      ]);
    });
  });

  it("says which are projected", async () => {
    const { stdout } = await command("bank-holidays", "scotland", "--year", "2031");
    expect(stdout).toMatch(/Fri 11 Apr 2031 +Good Friday +projected/);
  });

  it.each([
    [["cornwall"], /england-and-wales, scotland, northern-ireland/],
    [["--year", "1900"], /bank holidays are known from 1998-01-01 to 2040-12-31/],
    [["--year", "x"], /--year "x" is not a year/],
    [["--file", "nothing.json"], /nothing\.json: it cannot be read/],
  ])("refuses %j with exit code 2", async (args, message) => {
    const { stderr, code } = await command("bank-holidays", ...args);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});

describe("core-hours", () => {
  it("lists its commands, and answers --help for each", async () => {
    const { stdout, code } = await command("--help");
    expect(code).toBe(0);
    const names = ["breaches", "timeline", "due", "explain", "bank-holidays", "calendar"];
    for (const name of names) {
      expect(stdout).toMatch(new RegExp(`^  ${name} `, "m"));
      const help = await command(name, "--help");
      expect(help.stdout).toMatch(new RegExp(`^Usage: core-hours ${name} `));
      expect(help.code).toBe(0);
    }
  });

  it("refuses an unknown command, and names a similar one", async () => {
    const { stderr, code } = await command("breach");
    expect(stderr).toContain("unknown command 'breach'");
    expect(stderr).toContain("breaches");
    expect(code).toBe(2);
  });

  it("shows its help if no command is given", async () => {
    const { stderr, code } = await command();
    expect(stderr).toContain("Usage: core-hours");
    expect(code).toBe(2);
  });
});
