/**
 * Measures how soon a report opens in Chromium, by hand: `npx tsx tools/measure-report.ts report.html`, for
 * instance of a log of 24,918 tickets. It opens the page five times and prints the median of when its table of
 * every ticket was there, of the processor time until then, and of its longest task; then the same of an empty
 * page, which is what the browser and the machine cost.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./chromium";
import { NOTES_LONGEST_TASK } from "./longest-task";

const RUNS = 5;
const EMPTY = `<!doctype html><html lang="en"><title>Nothing</title><table class="every"><tbody><tr><td>x</table></html>`;

interface Times {
  readonly shownMs: number;
  readonly busyMs: number;
  readonly longestMs: number;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[RUNS >> 1] ?? 0;

async function opened(browser: Browser, path: string): Promise<Times> {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.addInitScript(NOTES_LONGEST_TASK);
  const startedAt = performance.now();
  await page.goto(pathToFileURL(path).href, { waitUntil: "commit" });
  await page.locator("table.every tbody tr").first().waitFor();
  const shownMs = performance.now() - startedAt;
  const { metrics } = await session.send("Performance.getMetrics");
  const busyMs = 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  const longestMs = Number(await page.evaluate("longest"));
  await page.close();
  return { shownMs, busyMs, longestMs };
}

const folder = mkdtempSync(join(tmpdir(), "core-hours-measure-"));
const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
try {
  const empty = join(folder, "empty.html");
  writeFileSync(empty, EMPTY);
  for (const path of [resolve(process.argv[2] ?? "report.html"), empty]) {
    const times: Times[] = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await opened(browser, path));
    const of = (key: keyof Times) => Math.round(median(times.map((each) => each[key])));
    console.log(
      `${path}: shown after ${of("shownMs")} ms, of which the processor took ${of("busyMs")} ms; the longest task ${of("longestMs")} ms`,
    );
  }
  console.log(
    `load ${loadavg()
      .map((each) => each.toFixed(1))
      .join(", ")}`,
  );
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
