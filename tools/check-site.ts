/**
 * Opens each page of the site that `npm run docs` has written, from disk in headless Chromium, and runs every
 * example on it. It needs a Chrome or Chromium, which `chromium.ts` finds.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Page } from "playwright-core";
import { findChromium } from "./chromium";

/** Fewer examples than this means that the buttons are gone. */
const LEAST_EXAMPLES = 20;

const folder = join(import.meta.dirname, "../reports/site");
const pages = [
  "index.html",
  ...readdirSync(join(folder, "documents")).map((name) => `documents/${name}`),
];

const browser = await chromium.launch({ executablePath: findChromium() });
const page = await browser.newPage();
const results = [];
for (const path of pages) results.push(...(await resultsOf(page, path)));
await browser.close();

const failed = results.filter(({ output }) => output === "" || /^\w*Error: /m.test(output));
for (const { path, output } of failed) console.error(`${path}: ${output || "nothing is shown"}`);
console.log(`${results.length - failed.length} of ${results.length} examples of the site run`);
process.exitCode = failed.length > 0 || results.length < LEAST_EXAMPLES ? 1 : 0;

/** What each example of a page shows once it is run. */
async function resultsOf(page: Page, path: string) {
  await page.goto(pathToFileURL(join(folder, path)).href);
  const found = [];
  const buttons = page.getByRole("button", { name: "Run", exact: true });
  for (const button of await buttons.all()) {
    await button.click();
    const output = page.locator("output.example-output").nth(found.length);
    await output.waitFor();
    found.push({ path, output: await output.innerText() });
  }
  return found;
}
