import { readXlsx } from "hucre/xlsx";
import { afterAll, expect, it } from "vitest";
import { byCommand } from "./command";
import { file, workbook } from "./files";
import { choose, closeBrowser, judged, openPage, reportOf, taken } from "./page";

afterAll(closeBrowser);

const at = (day: number, hour: number, minute = 0) =>
  new Date(Date.UTC(2026, 9, day, hour, minute));

/** What a service desk sends at the end of a month: a title, its own words, a priority more than was promised, a total. */
const ROWS = [
  ["Incidents of October 2026, exported 02/11/2026"],
  [],
  ["Number", "Opened", "Short description", "Priority", "State", "Assignment group", "Resolved"],
  ["INC0012001", at(1, 9), "Cannot log in", "1 - Critical", "Resolved", "Desk", at(1, 12)],
  ["INC0012002", at(2, 16), "VPN drops", "2 - High", "Closed", "Networks", at(5, 15)],
  ["INC0012003", at(6, 9, 30), "Printer", "4 - Low", "Parked", "Desk", null],
  ["INC0012004", at(7, 11), "New starter", "5 - Planning", "Resolved", "Apps", at(9, 11)],
  ["Total", "4"],
];

it("an analyst gets from an Excel export, through a promise of her own, to a list of breaches to sign", async () => {
  const { page, asked, complaints, close } = await openPage();
  await page.clock.setFixedTime("2026-11-02T10:00:00Z");
  const path = file("October incidents.xlsx", await workbook(ROWS));
  await choose(page, path);
  await page.getByText("a ServiceNow incident list").first().waitFor();

  // Office hours, two severities with a time, and nothing promised for 4 and 5.
  await page.getByRole("button", { name: "Write a promise of your own" }).click();
  await page.getByLabel("What it is called").fill("Trust service desk");
  await page.getByLabel("Severities or priorities of tickets").fill("1, 2, 4, 5");
  await page.getByLabel("Fix, severity 4: within").fill("");
  await page.getByRole("button", { name: "Judge tickets by it" }).click();

  // One state is not known to anybody: its row is not used until she says what it does.
  await judged(page);
  expect(await page.locator("#step-verdicts .warning").innerText()).toContain("1 of 5 rows");
  await page.getByLabel("What Parked does").selectOption("the clock runs");
  await expect.poll(() => page.locator("#step-verdicts .warning").count()).toBe(0);
  await judged(page);

  // The command says the same, given the promise and the mapping that the page saves.
  const mapping = file("october.json", await taken(page, "Save how it is read"));
  await page.getByRole("button", { name: "Change this promise in the form" }).click();
  const policy = file("trust.json", await taken(page, "Save it as a policy file"));
  await page.getByRole("button", { name: "Check tickets", exact: true }).click();
  const args = ["--policy", policy, "--mapping", mapping, "--as-of", "2026-11-02T10:00:00Z"];
  const { rows, summary } = await byCommand(path, ...args);
  const report = await reportOf(page);
  expect([report.rows, report.summary]).toEqual([rows, summary]);
  const verdicts = rows.map(({ ticket, status }) => [ticket, status]).toSorted();
  expect(verdicts).toEqual([
    // 3 h of 4 on a Thursday; 1 h on Friday and 6 h on Monday of the 8 h; nothing promised.
    ["INC0012001", "met"],
    ["INC0012002", "met"],
    ["INC0012003", "not-applicable"],
    ["INC0012004", "not-applicable"],
  ]);

  // Had the promise been five hours for severity 2, it would have been breached: the list to sign has it alone.
  await page.getByRole("button", { name: "Change this promise in the form" }).click();
  await page.getByLabel("Fix, severity 2: within").fill("5");
  await page.getByRole("button", { name: "Judge tickets by it" }).click();
  await page.locator("table", { hasText: "Verdicts that have changed" }).waitFor();
  await judged(page);
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "yes");
  });
  await page.getByRole("button", { name: "Print the breaches" }).click();
  await page.locator("body[data-printed=yes]").waitFor();
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".printed h3").innerText()).toBe("Breaches of October incidents.xlsx");
  expect(await page.locator(".printed tbody th").allInnerTexts()).toEqual(["INC0012002"]);
  expect(await page.locator(".sign").isVisible()).toBe(true);
  await page.emulateMedia({ media: "screen" });
  const book = await readXlsx(await taken(page, "Spreadsheet"));
  const sheet = book.sheets.find(({ name }) => name === "Tickets");
  expect(sheet?.rows.filter((row) => row.includes("breached")).length).toBe(1);
  expect([asked, complaints]).toEqual([[], []]);
  await close();
});
