import { afterAll, expect, it } from "vitest";
import { command } from "../cli/run-breaches";
import { file } from "./files";
import { asOf, choose, closeBrowser, judged, openPage, promise, taken } from "./page";

afterAll(closeBrowser);

const AS_OF = "2026-11-10T12:00";
/** Information is asked for on Monday 2 November 2026 at 10:00, of a desk that reminds and then resolves. */
const LOG = [
  "ticket,at,state",
  "T-1,2026-11-02T09:00Z,new",
  "T-1,2026-11-02T10:00Z,awaiting-user-info",
  "T-2,2026-11-10T09:00Z,new",
  "T-3,2026-10-01T09:00Z,new",
  "T-4,2026-10-01T09:00Z,new",
  "T-4,2026-10-02T09:00Z,resolved",
];

it("what is due next is what the command lists, in a calendar, day by day", async () => {
  const path = file("next.csv", `${LOG.join("\n")}\n`);
  const { page, asked, complaints, close } = await openPage();
  await promise(page, "NHSmail");
  await choose(page, path);
  await judged(page);
  await asOf(page, AS_OF);
  await page.getByText("What is due next", { exact: true }).click();
  await page.locator(".calendar.due").waitFor();
  for (const [button, format] of [
    ["What is due, as a table", "csv"],
    ["What is due, as data", "json"],
  ] as const) {
    const args = [path, "--policy", "nhsmail", "--as-of", `${AS_OF}:00Z`, "--format", format];
    const { stdout } = await command("obligations", ...args);
    expect((await taken(page, button)).toString()).toBe(stdout);
  }
  // T-2 of the morning has 48 core hours; T-3 was due in October, and is late.
  const late = page.locator("table", { hasText: "Late, the longest first" });
  expect((await late.locator("tbody tr").allInnerTexts())[0]).toMatch(/^T-3\t/);
  const days = page.locator(".agenda > li");
  expect(await days.allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringMatching(/T-2 Incident resolution/)]),
  );
  // A day of the calendar leads to its list.
  const button = page.locator(".calendar.due button").first();
  const day = (await button.innerText()).replace(/\D/g, "");
  expect(day).not.toBe("");
  await button.click();
  expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^due-2026-11-\d\d$/);

  // The ticket itself says what else it has begun.
  await page.getByRole("button", { name: "T-1", exact: true }).first().click();
  const begun = page.getByRole("dialog").locator("table", { hasText: "Everything that" });
  await begun.waitFor();
  const args = ["--policy", "nhsmail", "--as-of", `${AS_OF}:00Z`, "--all", "--format", "json"];
  const { stdout } = await command("obligations", path, ...args);
  const all: { ticket: string; title: string }[] = JSON.parse(stdout).obligations;
  const titles = all.filter(({ ticket }) => ticket === "T-1").map(({ title }) => title);
  expect(titles.length).toBeGreaterThan(3);
  expect(await begun.locator("tbody td:first-child").allInnerTexts()).toEqual(titles);
  expect([asked, complaints]).toEqual([[], []]);
  await close();
});
