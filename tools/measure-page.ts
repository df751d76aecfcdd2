/**
 * Measures the page at its real size, by hand: `npx tsx tools/measure-page.ts` after `npm run build:page`.
 * It judges 141,712 events (a real log if there is a copy of it, otherwise a made-up one) and prints when
 * the first table appeared, the processor time that the page and its worker took until then, which other
 * programs on the machine change less, and the longest task that blocked the page meanwhile.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { findChromium } from "./chromium";
import { incidentLog } from "./incident-log/log";
import { NOTES_LONGEST_TASK } from "./longest-task";

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "core-hours-measure-"));
const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
try {
  const { source, csv } = incidentLog();
  const path = join(folder, "incidents.csv.gz");
  writeFileSync(path, gzipSync(csv));
  const page = await browser.newPage();
  await page.addInitScript(NOTES_LONGEST_TASK);
  await page.goto(pathToFileURL(join(root, "dist/core-hours.html")).href);
  await page
    .getByLabel("Use a policy file (.json)")
    .setInputFiles(join(root, "examples/policies/incident-log.json"));
  await page.getByRole("radio", { name: "incident-log.json" }).waitFor();
  await page.evaluate(`
    globalThis.longest = 0;
    globalThis.shown = new Promise((resolve) => {
      document.getElementById("files").addEventListener("change", () => {
        const chosenAt = performance.now();
        const look = () => {
          if (document.querySelector(".verdicts tbody tr")) resolve(performance.now() - chosenAt);
          else requestAnimationFrame(look);
        };
        look();
      }, { capture: true, once: true });
    });
    // The promise itself is waited for below, once the file is chosen.
    undefined;
  `);
  const browserSession = await browser.newBrowserCDPSession();
  const busyMs = async () => {
    const { processInfo } = await browserSession.send("SystemInfo.getProcessInfo");
    const pages = processInfo.filter(({ type }) => type === "renderer");
    return pages.reduce((sum, { cpuTime }) => sum + 1000 * cpuTime, 0);
  };
  const busyBefore = await busyMs();
  await page.locator("#files").setInputFiles(path);
  // The log has no zone, but its promise has one, so it is judged without another question.
  const firstMs = Number(await page.evaluate("shown"));
  const longestMs = Number(await page.evaluate("longest"));
  const processorMs = (await busyMs()) - busyBefore;
  const load = loadavg().map((each) => each.toFixed(1));
  console.log(
    `${source}: the first table after ${(firstMs / 1000).toFixed(2)} s, of which the processor took ${(processorMs / 1000).toFixed(2)} s; the longest task ${Math.round(longestMs)} ms (load ${load.join(", ")})`,
  );
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
