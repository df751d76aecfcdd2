import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { findChromium } from "../../tools/chromium";
import { breaches, file } from "../cli/run-breaches";

let launched: Promise<Browser> | undefined;
/** One browser for all; if none is installed, every test fails and says so. */
const browser = () => {
  launched ??= chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
  return launched;
};
afterAll(async () => (await launched)?.close());

/** What a reader without a mouse has to reach, and marks each with its number. */
const CONTROLS = `[...document.querySelectorAll('a[href], button:not([disabled]), input, select, summary, [tabindex="0"]')]
  .filter((each) => each.checkVisibility())
  .map((each, i) => { each.dataset.control = i; return String(i); })`;

/** The control that has the focus: null for none, else its number and what is wrong with how it shows. */
const FOCUSED = `(() => {
  const each = document.activeElement;
  if (!each || each === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(each);
  const { top, bottom } = each.getBoundingClientRect();
  const name = each.tagName + " " + each.textContent.slice(0, 30);
  const wrong = [
    ...(outlineStyle === "none" || parseFloat(outlineWidth) < 2 ? [name + " shows no focus"] : []),
    ...(bottom <= 0 || top >= innerHeight ? [name + " is out of sight"] : []),
  ];
  return { control: each.dataset.control ?? null, wrong };
})()`;

describe.each([1280, 600])("the page of the sample, %d pixels wide", (width) => {
  it("is reached by the keyboard in all its controls and rows, and shows where it is", async () => {
    const { stdout } = await breaches(["--target-share", "90", "--top", "5", "--format", "html"]);
    const page = await (await browser()).newPage({ viewport: { width, height: 900 } });
    await page.goto(pathToFileURL(file(`keyboard-${width}.html`, stdout)).href);
    await page.locator(".every .opens").first().waitFor();
    // The controls are those that the script has marked, by their numbers.
    const controls = (await page.evaluate(CONTROLS)) as string[];
    const reached = new Set<string | null>();
    const wrong: string[] = [];
    for (let i = 0; i <= controls.length; i++) {
      await page.keyboard.press("Tab");
      const focused = (await page.evaluate(FOCUSED)) as {
        control: string | null;
        wrong: string[];
      } | null;
      if (!focused) continue;
      reached.add(focused.control);
      wrong.push(...focused.wrong);
    }
    expect(wrong).toEqual([]);
    expect(controls.filter((each) => !reached.has(each))).toEqual([]);
    // A row of each of the first fifty verdicts, ten links from the worst, and the rest.
    expect(controls.length).toBeGreaterThan(70);
    await page.close();
  });
});
