import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { EXPRESS, lines, SILVER } from "../tickets/small-desk";
import { byCommand } from "./command";
import { file } from "./files";
import {
  asOf,
  choose,
  closeBrowser,
  judged,
  type OpenPage,
  openPage,
  promise,
  reportOf,
  taken,
} from "./page";

afterAll(closeBrowser);

const silver = file("silver.json", JSON.stringify(SILVER));
const express = file("express.json", JSON.stringify(EXPRESS));

const TICKETS = [
  "Ticket,Team,Customer,Priority,Opened,Resolved",
  // Monday 09:00 to 12:00: 3 h of 4.
  "T-1,silver-desk,Abbey,1,2026-06-01T09:00+01:00,2026-06-01T12:00+01:00",
  // Monday 19:00 to Tuesday 08:30: an hour and a half of 2.
  "T-2,Express,Brook,1,2026-06-01T19:00+01:00,2026-06-02T08:30+01:00",
  // Nobody has said what Sharepoint is.
  "T-3,Sharepoint,Cliff,1,2026-06-01T09:00+01:00,",
];
const log = file("all.csv", lines(...TICKETS));

/** Friday 5 June 2026, 13:00 in London. */
const AS_OF = "2026-06-05T13:00";
const byArgs = (...args: readonly string[]) =>
  byCommand(log, "--as-of", "2026-06-05T12:00:00Z", ...args);

const BOTH = ["--policy", silver, "--policy", express];

describe("several policies on the page", () => {
  let opened: OpenPage;
  beforeEach(async () => {
    opened = await openPage();
  });
  afterEach(async () => {
    expect(opened.complaints).toEqual([]);
    await opened.close();
  });
  const whose = () => opened.page.getByRole("region", { name: "Whose the tickets are" });
  const same = (report: Awaited<ReturnType<typeof byCommand>>) =>
    expect.poll(() => reportOf(opened.page)).toEqual(report);

  it("that are dropped with an export judge it as the command does, once a column is chosen", async () => {
    const { page } = opened;
    await choose(page, log, silver, express);
    await whose().getByLabel("Which column names the policy of each ticket?").selectOption("Team");
    await judged(page);
    await asOf(page, AS_OF);
    const report = await byArgs(...BOTH, "--policy-by", "Team");
    const verdicts = report.rows.map((row) => `${row["ticket"]} ${row["policy"]} ${row["status"]}`);
    expect(verdicts.toSorted()).toEqual(["T-1 silver met", "T-2 express met"]);
    expect(report.problems).toHaveLength(1);
    await same(report);
    expect(await page.locator("#step-verdicts .warning").innerText()).toContain("policy");

    const heads = await page.locator(".first-rows thead th").allInnerTexts();
    expect(heads.map((head) => head.replace(/\s+/g, " "))).toContain("Team whose it is");
    // What no policy is for is said, and may be left alone.
    expect(await whose().innerText()).toContain("No policy is for one of these");
    await whose().getByLabel("The policy of Sharepoint").selectOption("left alone");
    await same(await byArgs(...BOTH, "--policy-by", "Team", "--policy", "Sharepoint=none"));
  });

  it("are read again from a mapping that the page saves", async () => {
    const { page } = opened;
    await choose(page, log, silver, express);
    await whose().getByLabel("Which column names the policy of each ticket?").selectOption("Team");
    await whose().getByLabel("The policy of Sharepoint").selectOption("express");
    await judged(page);
    const saved = await taken(page, "Save how it is read");
    expect(JSON.parse(saved.toString())).toMatchObject({
      policy: "Team",
      policies: { Sharepoint: "express" },
    });
    const mapping = file("saved.columns.json", saved);
    const report = await byArgs(...BOTH, "--mapping", mapping);
    expect(report.rows.map(({ ticket, policy }) => `${ticket} ${policy}`).toSorted()).toEqual([
      ...["T-1 silver", "T-2 express", "T-3 express"],
    ]);
    await page.getByRole("button", { name: "Back to what was guessed" }).click();
    await page.getByLabel("Load a saved mapping").setInputFiles(mapping);
    await judged(page);
    await asOf(page, AS_OF);
    await same(report);
  });

  it("are never judged by the one policy that is chosen, if a mapping sends tickets to several", async () => {
    const { page } = opened;
    const map = {
      version: 1,
      ticket: "Ticket",
      policy: "Team",
      policies: { "silver-desk": "silver", Express: "express", Sharepoint: null },
      severity: { column: "Priority", values: { "1": { rank: 1 } } },
      moments: [
        { column: "Opened", state: { does: "runs" } },
        { column: "Resolved", state: { does: "stops" } },
      ],
      at: {},
    };
    const mapping = file("sends.columns.json", JSON.stringify(map));
    await choose(page, log, silver);
    await page.getByLabel("Load a saved mapping").setInputFiles(mapping);
    await judged(page);
    await asOf(page, AS_OF);
    const report = await byArgs("--policy", silver, "--mapping", mapping);
    expect(report.rows.map(({ ticket }) => ticket)).toEqual(["T-1"]);
    expect(JSON.stringify(report.problems)).toContain(
      'is of \\"express\\", which is not one of the policies given',
    );
    await same(report);
    expect(await whose().innerText()).toContain("The mapping sends them to silver, express");

    await promise(page, "Several of them");
    await page.getByLabel("Add a policy file (.json)").setInputFiles(express);
    await same(await byArgs(...BOTH, "--mapping", mapping));
  });

  it("may be a desk, which names a service and chooses by columns of other names", async () => {
    const { page } = opened;
    const json = {
      title: "Our desk",
      policies: [
        {
          when: { client: ["Abbey"] },
          policy: "nhsmail",
          options: { coreHours: "daily" },
        },
        { when: { client: ["Brook"] }, until: "2026-12-31", policy: EXPRESS },
      ],
    };
    const desk = file("our-desk.json", JSON.stringify(json));
    await choose(page, log, desk);
    const step = page.locator("#step-promise");
    expect(await step.getByRole("alert").innerText()).toContain('it has no column "client"');
    await whose().getByLabel("Which column is the desk’s “client”?").selectOption("Customer");
    await judged(page);
    await asOf(page, AS_OF);
    await same(await byArgs("--policy", desk, "--policy-by", "client=Customer"));
    const rows = await whose().locator("tbody tr").allInnerTexts();
    expect(rows.map((row) => row.split("\t"))).toEqual([
      ["Abbey", "1 ticket", "nhsmail"],
      ["Brook", "1 ticket", "express"],
      ["Cliff", "1 ticket", "no policy is for it"],
    ]);
    const parts = await step.locator("details summary").allInnerTexts();
    expect(parts).toContain("express: client is “Brook”, opened until Thu 31 Dec 2026");
  });

  it("that are wrong as a desk are refused with the words of the library", async () => {
    const { page } = opened;
    const wrong = { policies: [{ policy: "nhs-mail" }] };
    await choose(page, file("wrong-desk.json", JSON.stringify(wrong)));
    const box = page.locator("#step-promise [role=alert]");
    await box.waitFor();
    expect(await box.innerText()).toContain(
      'expected a policy, or the name of a service: nhsmail, nhs-login, gpsoc, patient-access; did you mean "nhsmail"?',
    );
  });

  it("may be services that each row names by texts of a mapping", async () => {
    const { page } = opened;
    const rows = TICKETS.map((row) =>
      row.replace("silver-desk", "Mail").replace("Express", "Login"),
    );
    const path = file("texts.csv", lines(...rows));
    const map = {
      version: 1,
      ticket: "Ticket",
      policy: "Team",
      policies: { Mail: "nhsmail", Login: "nhs-login" },
      severity: { column: "Priority", values: { "1": { rank: 1 } } },
      moments: [
        { column: "Opened", state: { does: "runs" } },
        { column: "Resolved", state: { does: "stops" } },
      ],
      at: {},
    };
    const mapping = file("texts.columns.json", JSON.stringify(map));
    await choose(page, path);
    await page.getByLabel("Load a saved mapping").setInputFiles(mapping);
    await promise(page, "Each row names its service");
    await judged(page);
    await asOf(page, AS_OF);
    const args = ["--mapping", mapping, "--as-of", "2026-06-05T12:00:00Z"];
    await same(await byCommand(path, ...args));
  });

  it("as one that is still being read when an export is chosen, is what judges that export", async () => {
    const { page } = opened;
    // A service that is chosen before must not judge it in the policy's place.
    await promise(page, "NHS login");
    await page.evaluate(() => {
      const text = File.prototype.text;
      File.prototype.text = async function (this: File) {
        const read = await text.call(this);
        if (this.name.endsWith(".json")) await new Promise((done) => setTimeout(done, 500));
        return read;
      };
    });
    await page.getByLabel("Use a policy file (.json)").setInputFiles(silver);
    await choose(page, log);
    await expect
      .poll(() => page.getByRole("radio", { name: "silver.json" }).isChecked())
      .toBe(true);
    await judged(page);
    await asOf(page, AS_OF);
    await same(await byArgs("--policy", silver));
  });
});
