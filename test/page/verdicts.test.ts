import { readXlsx } from "hucre/xlsx";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { command } from "../cli/run-breaches";
import { printedBy } from "./command";
import { file } from "./files";
import {
  asOf,
  choose,
  closeBrowser,
  judged,
  type OpenPage,
  openPage,
  promise,
  taken,
} from "./page";

afterAll(closeBrowser);

/** Fifty tickets of three severities, opened an hour apart from 2 November 2026 09:00; each third is fixed in 30 minutes. */
const fifty = [
  "ticket,at,state,severity,team",
  ...Array.from({ length: 50 }, (_, i) => {
    const at = (minutes: number) => new Date(Date.UTC(2026, 10, 2, 9 + i, minutes)).toISOString();
    const name = `T-${i + 1}`;
    const team = i % 2 === 0 ? "north" : "south";
    const rows = [`${name},${at(0)},new,${(i % 3) + 1},${team}`];
    return i % 3 === 0
      ? [...rows, `${name},${at(30)},resolved,,${team}`].join("\n")
      : rows.join("\n");
  }),
  "",
].join("\n");

const AS_OF = "2026-11-06T12:00";

describe("the verdicts", () => {
  let opened: OpenPage;
  const path = file("fifty.csv", fifty);
  beforeEach(async () => {
    opened = await openPage();
    await promise(opened.page, "NHS login");
    await choose(opened.page, path);
    await judged(opened.page);
    await asOf(opened.page, AS_OF);
  });
  afterEach(async () => {
    expect(opened.complaints).toEqual([]);
    await opened.close();
  });
  const tickets = () => opened.page.locator(".verdicts tbody th").allInnerTexts();
  const count = () => opened.page.locator(".verdicts tbody tr").count();

  it("stand in pages of forty, which can be turned", async () => {
    const { page } = opened;
    expect(await count()).toBe(40);
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByText("41 to 50 of 50").waitFor();
    expect(await count()).toBe(10);
    await page.getByRole("button", { name: "First" }).click();
    await page.getByText("1 to 40 of 50").waitFor();
  });

  it("are sorted by a heading, either way", async () => {
    const { page } = opened;
    const heading = page.getByRole("button", { name: "Opened", exact: true });
    await heading.click();
    await expect.poll(async () => (await tickets())[0]).toBe("T-1");
    await heading.click();
    await expect.poll(async () => (await tickets())[0]).toBe("T-50");
    expect(await page.locator("th[aria-sort=descending]").innerText()).toContain("Opened");
  });

  it("are searched and filtered, and the table to take away is what is seen", async () => {
    const { page } = opened;
    await page.getByLabel("Search for a ticket").fill("t-1");
    // T-1 and T-10 to T-19.
    await page.getByText("1 to 11 of 11").waitFor();
    await page.getByLabel("Status", { exact: true }).selectOption("met");
    // Of these every third was fixed: T-1, T-10, T-13, T-16, T-19.
    await page.getByText("1 to 5 of 5").waitFor();
    const csv = (await taken(page, "Table")).toString();
    const names = csv
      .trim()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(",")[0]);
    expect(names.toSorted()).toEqual(["T-1", "T-10", "T-13", "T-16", "T-19"]);
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByText("1 to 40 of 50").waitFor();
  });

  it("are grouped by a column of the file, and a group is a filter", async () => {
    const { page } = opened;
    await page.getByLabel("Grouped by").selectOption("team");
    await page.getByText("By severity and by month").click();
    const groups = page.locator("table", { hasText: "Incident resolution: by team" });
    await groups.waitFor();
    await groups.getByRole("button", { name: "south" }).click();
    await page.getByText("1 to 25 of 25").waitFor();
  });

  it("lead down to the working that the command explains, and the picture", async () => {
    const { page } = opened;
    await page.getByLabel("Search for a ticket").fill("T-22");
    await page.getByText("1 to 1 of 1").waitFor();
    await page.getByRole("button", { name: "T-22", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.locator("svg").waitFor();
    const args = ["--log", path, "--policy", "nhs-login", "--as-of", `${AS_OF}:00Z`];
    const { stdout } = await command("explain", "T-22", ...args);
    const lines = await dialog.locator(".working tbody tr").allInnerTexts();
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const [from = "", to = "", , counted = ""] = line.split("\t");
      const found = stdout.split("\n").find((each) => each.includes(from) && each.includes(to));
      expect(found).toContain(counted);
    }
    const svg = await taken(page, "Save the picture");
    expect(svg.toString()).toMatch(/^<svg [\s\S]*T-22[\s\S]*<\/svg>\n$/);
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  it("of a period are those of the command", async () => {
    const { page } = opened;
    await page.getByLabel("From", { exact: true }).fill("2026-11-03");
    await page.getByLabel("To the end of").fill("2026-11-03");
    // The 24 tickets of the hours of 3 November 2026.
    await page.getByText("1 to 24 of 24").waitFor();
    const printed = (await taken(page, "Report")).toString();
    const args = ["--policy", "nhs-login", "--as-of", `${AS_OF}:00Z`, "--format", "html"];
    expect(printed).toBe(await printedBy(path, ...args, "--period", "2026-11-03"));
  });

  it("that are due next stand day by day", async () => {
    const { page } = opened;
    await asOf(page, "2026-11-02T09:10");
    await page.getByText("What is due next").click();
    await page.locator(".agenda > li").first().waitFor();
    const [first] = await page.locator(".agenda > li").allInnerTexts();
    // T-1 is of severity 1: four support hours from Monday 09:00.
    expect(first).toMatch(/^Monday 2 November 2026 1 due\n+13:00 T-1 /);
  });
});

describe("what is taken away is what the command writes", () => {
  it.each([
    ["Report", ["--format", "html"]],
    ["Table", ["--format", "csv", "--excel"]],
    ["Calendar", ["--format", "ics"]],
  ] as const)("%s", async (button, args) => {
    const path = file("away.csv", fifty);
    const { page, close } = await openPage();
    await promise(page, "NHS login");
    await choose(page, path);
    await judged(page);
    await asOf(page, "2026-11-02T12:00");
    const policy = ["--policy", "nhs-login", "--as-of", "2026-11-02T12:00:00Z"];
    const expected = await printedBy(path, ...policy, ...args);
    await expect.poll(async () => (await taken(page, button)).toString()).toBe(expected);
    await close();
  });

  it("a spreadsheet, of the same sheets", async () => {
    const path = file("sheets.csv", fifty);
    const { page, close } = await openPage();
    await promise(page, "NHS login");
    await choose(page, path);
    await judged(page);
    const bytes = await taken(page, "Spreadsheet");
    const book = await readXlsx(bytes);
    expect(book.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["Summary"]));
    await close();
  });
});

describe("a file with the tool's own verdict", () => {
  it("is compared with it if that is chosen, and says where the two differ", async () => {
    const rows = [
      "Ref,Priority,Logged,Fixed,SLA met,SLA due",
      "T-1,1,2026-11-02 09:00,2026-11-02 12:00,No,2026-11-02 11:00",
      "T-2,1,2026-11-02 09:00,2026-11-02 12:00,Yes,2026-11-02 13:00",
    ];
    const { page, complaints, close } = await openPage();
    await promise(page, "NHS login");
    await choose(page, file("supplier.csv", `${rows.join("\n")}\n`));
    await judged(page);
    await page.locator("summary", { hasText: "As of when, which period" }).click();
    await page
      .getByLabel("Compared with the tool’s own verdict")
      .selectOption({ label: "in SLA met, SLA due" });
    const differences = page.locator("table", { hasText: "Where the tool and the desk differ" });
    await differences.locator("tbody tr").first().waitFor();
    const cells = await differences.locator("tbody tr").first().locator("th, td").allTextContents();
    // 4 hours from 09:00; the tool had it due at 11:00.
    expect(cells.slice(0, 4)).toEqual([
      ...["T-1", "breached", "met"],
      "due Mon 2 Nov 2026 11:00 GMT, here Mon 2 Nov 2026 13:00 GMT",
    ]);
    expect(complaints).toEqual([]);
    await close();
  });
});
