import { afterAll, expect, it } from "vitest";
import { HOSTILE, hostileLog } from "../report/hostile-log";
import { byCommand, byPromise } from "./command";
import { file } from "./files";
import { asOf, choose, closeBrowser, judged, openPage, promise, reportOf, taken } from "./page";

afterAll(closeBrowser);

it("a file of scripts, markup and formulas runs nothing, requests nothing, and is judged as by the command", async () => {
  const [path = "", , policy = "", , at = ""] = hostileLog();
  const { page, asked, complaints, close } = await openPage();
  await page.getByLabel("Use a policy file (.json)").setInputFiles(policy);
  await choose(page, path);
  await judged(page);
  await asOf(page, "2026-07-01T13:00");
  const expected = await byCommand(path, "--policy", policy, "--as-of", at);
  await expect.poll(() => reportOf(page)).toEqual(expected);

  // Each ticket opens with its picture and working, and its name is text wherever it stands.
  const names = await page.locator(".verdicts tbody th bdi").allInnerTexts();
  expect(names).toEqual(expect.arrayContaining(HOSTILE.slice(0, 13)));
  for (const button of await page.locator(".verdicts tbody th button").all()) {
    await button.click();
    await page.getByRole("dialog").locator(".working tbody tr").first().waitFor();
    await page.getByRole("button", { name: "Close" }).click();
  }
  await page.getByText("What is due next", { exact: true }).click();
  await page.locator("table.obligations tbody tr").first().waitFor();
  await taken(page, "What is due, as a table");
  const foreign = page.locator(
    "#app :is(script, img, iframe, object, embed, link, form:not([method=dialog]))",
  );
  expect(await foreign.count()).toBe(0);

  // Its policy is loaded into the form, which shows its words and keeps the rest of them.
  await page.getByRole("button", { name: "Change this promise in the form" }).click();
  expect(await page.getByLabel("The clock runs in").inputValue()).toContain("<img src=x");
  await page.locator("details", { hasText: "What the form does not show" }).waitFor();
  await page.locator(".preview .calendar").waitFor();
  expect(await foreign.count()).toBe(0);
  await page.getByRole("button", { name: "Check tickets", exact: true }).click();
  expect(await page.title()).toBe("core-hours: check tickets against a service promise");
  expect(await foreign.count()).toBe(0);
  expect(await page.locator("#app a:not([href='#main'])").count()).toBe(0);
  expect([asked, complaints]).toEqual([[], []]);

  // A spreadsheet takes none of them for a formula.
  const csv = (await taken(page, "Table")).toString();
  expect(csv).toContain(`"'=HYPERLINK`);
  expect(csv).not.toMatch(/^"?=HYPERLINK/m);
  await close();
});

it("a huge cell, bytes that are not text and a file that breaks off are reported, and the page goes on", async () => {
  const { page, complaints, close } = await openPage();
  await promise(page, "NHSmail");
  const huge = "x".repeat(2_000_000);
  const text = `ticket,at,state,note\nT-1,2026-11-02T09:00Z,new,"${huge}"\nT-2,2026-11-03T09:00Z,new,\n`;
  const path = file("huge.csv", text);
  await choose(page, path);
  await judged(page);
  await asOf(page, "2026-11-20T12:00");
  const expected = await byPromise(path, "nhsmail", "2026-11-20T12:00");
  await expect.poll(() => reportOf(page)).toEqual(expected);

  for (const [name, bytes, says] of [
    ["old.xls", Buffer.from("d0cf11e0a1b11ae1", "hex"), "old Excel"],
    ["letter.pdf", Buffer.from("%PDF-1.7\n"), "it is a PDF"],
    ["broken.gz", Buffer.from("1f8b0800000000000003ffff", "hex"), "cannot be unpacked"],
    ["empty.csv", Buffer.from(""), "no table"],
  ] as const) {
    await choose(page, file(name, bytes));
    const box = page.locator("#step-read [role=alert]");
    await expect.poll(() => box.innerText()).toContain(says);
  }
  await choose(page, path);
  await judged(page);
  expect(complaints).toEqual([]);
  await close();
});
