import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "../../tools/chromium";
import { breaches, file } from "../cli/run-breaches";
import { tableRows } from "./read-html";
import { judged, smallLog } from "./small-log";

const html = async (args: readonly string[]) =>
  (await breaches([...args, "--format", "html"])).stdout;

let launched: Promise<Browser> | undefined;
const browser = () => {
  launched ??= chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
  return launched;
};
afterAll(async () => (await launched)?.close());

describe("every ticket, without scripts", () => {
  it("is a plain table, worst first", async () => {
    const rows = tableRows(await html(smallLog()), "Every ticket, worst first: 1 to 9");
    expect(rows[0]).toEqual(
      "Ticket,Target,Severity,Status,Used,Left or over,Opened,Due,Stopped".split(","),
    );
    // A row says what it opens to as well, so it does not begin with a bare tag.
    const page = await html(smallLog());
    const names = [...page.matchAll(/<tr data-of='[^']*'><th scope="row">([^<]*)/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(["B-3", "A-2", "B-2", "B-4", "A-3", "A-1", "B-1", "B-6", "B-5"]);
  });

  it("is shown by a browser that runs none", async () => {
    const context = await (await browser()).newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pathToFileURL(file("plain.html", await html(smallLog()))).href);
    expect(await page.locator("table.every tbody tr").count()).toBe(9);
    expect(await page.locator("table.every tbody th").first().isVisible()).toBe(true);
    expect(await page.locator(".every-bar").count()).toBe(0);
    await context.close();
  });
});

describe("every ticket, in a browser", () => {
  let page: Awaited<ReturnType<Browser["newPage"]>>;
  const said: string[] = [];
  beforeAll(async () => {
    page = await (await browser()).newPage();
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    await page.goto(pathToFileURL(file("every.html", await html(smallLog()))).href);
  });
  const names = () => page.locator("table.every tbody .opens").allTextContents();

  it("runs under the page's own policy, without a complaint", async () => {
    expect(await names()).toHaveLength(9);
    expect(said).toEqual([]);
  });

  it("sorts by the number and not by its text, and says so", async () => {
    const head = page.locator("table.every thead button", { hasText: "Used" });
    await head.click();
    // 200, 125, 90, 75 (A-1 before B-2 and B-1's 70), 70, 25, 10 %; the pending last.
    expect((await names()).slice(0, 3)).toEqual(["B-3", "A-2", "A-3"]);
    expect((await names()).at(-1)).toBe("B-6");
    expect(await page.locator("th[aria-sort=descending]").textContent()).toBe("Used");
    await head.click();
    expect((await names())[0]).toBe("B-5");
  });

  it("searches all words, and filters", async () => {
    await page.fill("#every-search", "b- RUNNING");
    await expect.poll(names).toEqual(["B-2"]);
    expect(await page.locator(".every-status").textContent()).toBe("1 to 1 of 1 found among 9");
    await page.fill("#every-search", "");
    await expect.poll(async () => (await names()).length).toBe(9);
    await page.selectOption("#every-3", "met");
    expect((await names()).toSorted()).toEqual(["A-1", "A-3", "B-1"]);
    await page.selectOption("#every-3", "");
  });

  it("opens, by the keyboard, to what happened, the clause and a picture", async () => {
    const opens = page.locator(".opens", { hasText: "B-4" });
    await opens.focus();
    await page.keyboard.press("Enter");
    expect(await opens.getAttribute("aria-expanded")).toBe("true");
    const detail = page.locator("tr.detail");
    const rows = await detail.locator("table.stretches tbody tr").allTextContents();
    // An hour from 09:00, then 99 h within hours on hold.
    expect(rows[0]).toContain("open, the clock runs1h 00m1h 00m1h 00m");
    expect(rows[1]).toContain("waiting, paused99h 00m0m1h 00m");
    expect(await detail.textContent()).toContain("“Fixed within 4 hours, or 10.”");
    expect(await detail.locator("svg[role=img]").getAttribute("aria-label")).toContain(
      "B-4: 2 stretches",
    );
    await page.keyboard.press("Enter");
    expect(await page.locator("tr.detail").count()).toBe(0);
  });

  it("prints more than is on the screen", async () => {
    const rows = Array.from({ length: 120 }, (_, i) => `P-${i},2026-06-29T08:00Z,open,1`);
    const long = await (await browser()).newPage();
    await long.goto(pathToFileURL(file("long.html", await html(judged("long", rows)))).href);
    const count = () => long.locator("table.every tbody tr").count();
    expect(await count()).toBe(50);
    await long.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await count()).toBe(120);
    await long.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await count()).toBe(50);
    await long.close();
  });
});

it("the first part of a report is two printed pages", async () => {
  const page = await (await browser()).newPage();
  const text = await html([...smallLog(), "--target-share", "90", "--group-by", "severity"]);
  await page.goto(pathToFileURL(file("pages.html", text)).href);
  await page.emulateMedia({ media: "print" });
  const sheets = await page.locator(".sheet").all();
  expect(sheets).toHaveLength(2);
  // A4 with margins of 14 mm is 269 mm high; a millimetre is 96 ÷ 25.4 px. Each ends its page, and none is cut off.
  for (const sheet of sheets) {
    const box = await sheet.boundingBox();
    expect(box?.height).toBeLessThanOrEqual((269 * 96) / 25.4);
    expect(
      await sheet.evaluate((each) => each.scrollHeight - each.clientHeight),
    ).toBeLessThanOrEqual(1);
  }
  const breaks =
    "[...document.querySelectorAll('.sheet')].map((each) => getComputedStyle(each).breakAfter)";
  expect(await page.evaluate(breaks)).toEqual(["page", "page"]);
  await page.close();
});
