import { readFileSync } from "node:fs";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESK } from "../tickets/small-desk";
import { FURTHER } from "../tickets/understanding/further-lists";
import { ACTIVITIES, FLAT_DESK, LISTS } from "../tickets/understanding/lists";
import { byCommand } from "./command";
import { file, semicolons, workbook } from "./files";
import { choose, closeBrowser, type OpenPage, openPage, reportOf } from "./page";

afterAll(closeBrowser);

const AS_OF = "2026-06-05T12:00:00Z";

const [first] = LISTS;
const list = first?.text ?? "";
const plain =
  "Ticket,Priority,Opened,Resolved,Status\nT-1,1,29/05/2026 09:00,29/05/2026 12:00,Closed\n";
const json = (path: string) => readFileSync(`test/data/audit-logs/${path}`);
const issue = {
  key: "J-1",
  fields: {
    created: "2026-06-01T09:00:00.000+0100",
    status: { name: "To Do" },
    priority: { name: "Highest" },
  },
};

/** The ways in which a table is written, around the same rows. */
const DIALECTS: readonly (readonly [tool: string, name: string, content: string | Uint8Array])[] = [
  ["packed as zip", "list.zip", zipSync({ "list.csv": Buffer.from(list) })],
  ["with a mark and sep=", "sep.csv", `\ufeffsep=;\r\n${semicolons(plain)}`],
  [
    "with title rows above and a total below",
    "titled.csv",
    `Open tickets,,,,\n,,,,\n${plain}Total,1,,,\n`,
  ],
  ["in lines that end in CR", "cr.csv", plain.replaceAll("\n", "\r")],
  ["with bars between its cells", "bars.txt", plain.replaceAll(",", "|")],
  [
    "in UTF-16, most significant byte first",
    "be.csv",
    Buffer.from(`\ufeff${plain}`, "utf16le").swap16(),
  ],
  ["in Windows-1252", "latin.csv", Buffer.from(plain.replace("T-1", "T-\u00e9"), "latin1")],
  [
    "Jira issues as JSON lines",
    "issues.jsonl",
    `${JSON.stringify(issue)}\n${JSON.stringify({ ...issue, key: "J-2" })}\n`,
  ],
  ["a Jira issue with its changelog", "issue.json", json("jira-issue.json")],
  ["ServiceNow's sys_audit by its table API", "audit.json", json("service-now-audit.json")],
  ["Zendesk's audits of a ticket", "audits.json", json("zendesk-audits.json")],
];

const FORMS = [
  ...LISTS.map(({ tool, text }, i) => [tool, `list-${i}.csv`, text] as const),
  ...FURTHER.map(({ tool, content }, i) => [tool, `further-${i}.csv`, content] as const),
  ...DIALECTS,
];

describe("from drop to verdicts, as the command judges the same file:", () => {
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await openPage();
    // The page judges as of now, and takes this instant for now.
    await opened.page.clock.setFixedTime(AS_OF);
    await opened.page.getByLabel("Use a policy file (.json)").setInputFiles(policy);
  });
  afterAll(() => opened.close());
  const policy = file("desk.json", JSON.stringify(DESK));

  it.each(FORMS)("%s", async (_, name, content) => {
    const path = file(name, content);
    const expected = await byCommand(path, "--policy", policy, "--as-of", AS_OF);
    expect(expected.rows.length).toBeGreaterThan(0);
    await choose(opened.page, path);
    await opened.page.locator(".files .current", { hasText: name }).waitFor();
    await opened.page.locator(".verdicts tbody tr").first().waitFor();
    await expect.poll(() => reportOf(opened.page), { timeout: 20_000 }).toEqual(expected);
  });

  it("a workbook with a sheet of notes before that of the tickets", async () => {
    const rows = [
      ["Ticket", "Priority", "Opened", "Resolved", "Status"],
      [
        "T-1",
        "1",
        new Date(Date.UTC(2026, 4, 29, 9)),
        new Date(Date.UTC(2026, 4, 29, 12)),
        "Closed",
      ],
    ];
    const path = file("sheets.xlsx", await workbook(rows, [["Notes"], ["Read me first"]]));
    const expected = await byCommand(path, "--policy", policy, "--as-of", AS_OF);
    await choose(opened.page, path);
    await expect.poll(() => reportOf(opened.page), { timeout: 20_000 }).toEqual(expected);
  });

  it("the activities of the BPI Challenge 2014, by a promise that is the same for every ticket", async () => {
    const path = file("activities.csv", ACTIVITIES);
    const flat = file("flat.json", JSON.stringify(FLAT_DESK));
    const expected = await byCommand(path, "--policy", flat, "--as-of", AS_OF);
    await choose(opened.page, path);
    await opened.page.getByLabel("Use a policy file (.json)").setInputFiles(flat);
    await expect.poll(() => reportOf(opened.page), { timeout: 20_000 }).toEqual(expected);
  });

  it("and nothing was asked for, and nothing complained of", () => {
    expect([opened.asked, opened.complaints]).toEqual([[], []]);
  });
});
