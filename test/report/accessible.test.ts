import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { findChromium } from "../../tools/chromium";
import { breaches, command, file } from "../cli/run-breaches";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary: string }[];
}

/** What axe finds on a page, each with the first places of it. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  // axe belongs to the page, which the types of this file do not describe.
  const { violations } = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] })",
  )) as {
    violations: Finding[];
  };
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ target, failureSummary }) => `${JSON.stringify(target)} ${failureSummary}`)
        .join(" | ")}`,
  );
}

const WAYS = [
  ["light", { viewport: { width: 1280, height: 900 }, colorScheme: "light" }, "screen"],
  ["dark", { viewport: { width: 1280, height: 900 }, colorScheme: "dark" }, "screen"],
  ["600 px wide", { viewport: { width: 600, height: 900 }, colorScheme: "light" }, "screen"],
  ["on paper", { viewport: { width: 750, height: 1000 }, colorScheme: "dark" }, "print"],
] as const;

const PAGES = {
  report: async () => {
    const args = ["--top", "6", "--pictures", "--target-share", "90", "--format", "html"];
    return (await breaches(args)).stdout;
  },
  month: async () => (await command("timeline", "--month", "2026-12", "--out", "-")).stdout,
  "whole log": async () => (await command("timeline", "--breaches", "--out", "-")).stdout,
  ticket: async () => (await command("timeline", "NM-1007", "--out", "-")).stdout,
} as const;

let launched: Promise<Browser> | undefined;
/** One browser for all; if none is installed, every test fails and says so. */
const browser = () => {
  launched ??= chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
  return launched;
};
afterAll(async () => (await launched)?.close());

describe.each(Object.entries(PAGES))("axe on the page of a %s", (name, made) => {
  it.each(WAYS)("finds nothing in it %s", async (way, options, media) => {
    const page = await (await browser()).newPage({ ...options, bypassCSP: true });
    await page.emulateMedia({ media, colorScheme: options.colorScheme });
    const url = pathToFileURL(
      file(`axe-${name}-${way}.html`.replaceAll(" ", "-"), await made()),
    ).href;
    await page.goto(url, { waitUntil: "load" });
    await page.evaluate(
      "document.querySelectorAll('details').forEach((each) => { each.open = true; })",
    );
    if (name === "report" && media === "screen")
      await page.locator(".every .opens").first().click();
    expect(await findings(page)).toEqual([]);
    await page.close();
  });
});
