import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findChromium } from "../../tools/chromium";

/** The page as it lies on disk. */
export const PAGE = join(process.env["EXAMPLES_FOLDER"] ?? "dist", "core-hours.html");

/** The page in a browser of its own, with all that it requested and complained of. */
export interface OpenPage {
  readonly page: Page;
  /** Addresses that were asked for, other than the page itself and the program of its worker. */
  readonly asked: string[];
  /** What the browser or the page complained of. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

let browser: Promise<Browser> | undefined;

/** One browser for all tests of a file; if none is installed, every test fails and says so. */
function launched(): Promise<Browser> {
  browser ??= chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
  return browser;
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** Opens the page from disk, with nothing of an earlier visit. */
export async function openPage(options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await (await launched()).newContext({ acceptDownloads: true, ...options });
  const page = await context.newPage();
  const url = pathToFileURL(PAGE).href;
  const asked: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => {
    if (request.url() !== url && !request.url().startsWith("blob:")) asked.push(request.url());
  });
  page.on("websocket", (socket) => asked.push(socket.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  await page.goto(url);
  await page.locator("h1").first().waitFor();
  return { page, asked, complaints, close: () => context.close() };
}

/** Chooses files for the first step. */
export async function choose(page: Page, ...paths: readonly string[]): Promise<void> {
  await page.locator("#files").setInputFiles([...paths]);
}

/** Chooses a promise by the words beside it. */
export async function promise(page: Page, name: string): Promise<void> {
  await page.getByRole("radio", { name, exact: true }).check();
}

/** Waits until verdicts are there, and no more are on the way. */
export async function judged(page: Page): Promise<void> {
  await page.locator(".verdicts tbody tr").first().waitFor();
  await page.locator('#step-verdicts [aria-busy="false"]').waitFor();
}

/** Has the tickets judged as of a wall-clock time. */
export async function asOf(page: Page, time: string): Promise<void> {
  const details = page.locator("details", { hasText: "As of when, which period" });
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
  await page.getByLabel("Judged as of").fill(time);
  await judged(page);
}

/** Takes a file away by the name of its button, and gives its bytes. */
export async function taken(page: Page, button: string): Promise<Buffer> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: button, exact: true }).click();
  const path = await (await coming).path();
  return readFileSync(path);
}

/** The report as data, as the page hands it out. */
export async function reportOf(page: Page): Promise<Report> {
  return JSON.parse((await taken(page, "Data")).toString());
}

/** What a report as JSON holds, as far as tests look into it. */
export interface Report {
  readonly asOf: string;
  readonly summary: Readonly<Record<string, number | null>>;
  /** What the first page says. */
  readonly first: { readonly madeFrom: object };
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly notes: readonly string[];
  readonly problems: readonly unknown[];
}
