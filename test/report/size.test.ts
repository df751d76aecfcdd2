import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "../../tools/chromium";
import { breaches, file } from "../cli/run-breaches";
import { judged } from "./small-log";

const TICKETS = 25_000;
const MINUTE_MS = 60_000;

/** A ticket every 11 minutes from 1 January 2025, each fixed after 1 to 600 minutes; every fifth of severity 1. */
function rows(): string[] {
  const firstMs = Date.parse("2025-01-01T00:00Z");
  return Array.from({ length: TICKETS }, (_, i) => {
    const openedMs = firstMs + i * 11 * MINUTE_MS;
    const doneMs = openedMs + (1 + ((i * 37) % 600)) * MINUTE_MS;
    const [opened, done] = [openedMs, doneMs].map((ms) => new Date(ms).toISOString());
    return `T-${i},${opened},open,${i % 5 === 0 ? 1 : 2}\nT-${i},${done},done,`;
  });
}

describe("a page of 25,000 tickets", () => {
  let launched: Browser | undefined;
  let html = "";
  beforeAll(async () => {
    launched = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
    html = (await breaches([...judged("many", rows()), "--format", "html"])).stdout;
  }, 120_000);
  afterAll(() => launched?.close());

  it("has each of them, in less than 600 bytes for each", () => {
    expect(html.match(/<tr data-of=/g)).toHaveLength(TICKETS);
    expect(Buffer.byteLength(html)).toBeLessThan(600 * TICKETS);
  });

  it("asks the browser for few elements before its script runs: the tickets are text until then", () => {
    const early = html.replace(/<noscript id="every-plain">.*?<\/noscript>/s, "");
    expect(early.match(/<[a-z]/g)?.length).toBeLessThan(7_000);
    expect(early).not.toContain("<tr data-of=");
  });

  it("shows 50 at first, has few elements of them, and reads the cells of no more than it shows", async () => {
    if (!launched) throw new Error("there is no browser");
    const page = await launched.newPage();
    // Each row that becomes cells is cut at the ends of its cells once.
    await page.addInitScript(`
      globalThis.cut = 0;
      const split = String.prototype.split;
      String.prototype.split = function (by, ...more) {
        if (by instanceof RegExp && by.source.includes("t[hd]")) globalThis.cut += 1;
        return split.call(this, by, ...more);
      };
    `);
    await page.goto(pathToFileURL(file("many.html", html)).href);
    await page.locator("table.every tbody tr").first().waitFor();
    expect(await page.locator("table.every tbody tr").count()).toBe(50);
    expect(Number(await page.evaluate("document.querySelectorAll('*').length"))).toBeLessThan(
      8_000,
    );
    expect(Number(await page.evaluate("cut"))).toBe(50);
    // A sort by a number reads the numbers of all, and the cells of those on show alone.
    await page.getByRole("button", { name: "Used" }).click();
    expect(Number(await page.evaluate("cut"))).toBeLessThanOrEqual(100);
    expect(await page.locator(".every-status").textContent()).toBe("1 to 50 of 25,000");
    await page.close();
  });
});
