import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { file, serviceNowCsv } from "./files";
import { choose, closeBrowser, judged, openPage, promise } from "./page";

afterAll(closeBrowser);

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong with the page as it stands, rule by rule with the first element. */
async function findings(page: Page): Promise<string[]> {
  // The page allows no other script, so the browser itself is asked to run axe.
  await page.evaluate(AXE);
  const found: AxeResults = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] })",
  );
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html}`);
}

describe("whoever uses it", () => {
  it.each(["light", "dark"] as const)(
    "finds nothing that axe would complain of, in %s",
    async (colorScheme) => {
      const { page, close } = await openPage({ colorScheme });
      expect(await findings(page)).toEqual([]);
      await promise(page, "NHS login");
      await choose(page, file("axe.csv", serviceNowCsv));
      await judged(page);
      for (const summary of await page.locator("main details:not([open]) > summary").all()) {
        if (await summary.isVisible()) await summary.click();
      }
      expect(await findings(page)).toEqual([]);
      await page.locator(".verdicts tbody th button").first().click();
      await page.getByRole("dialog").locator("svg").waitFor();
      expect(await findings(page)).toEqual([]);
      await page.getByRole("button", { name: "Close" }).click();
      for (const name of ["When is it due?", "Write a promise", "About and privacy"]) {
        await page.getByRole("button", { name, exact: true }).first().click();
        if (name === "When is it due?") {
          await page.getByLabel("Opened", { exact: true }).fill("2026-11-20T16:00");
          await page
            .getByLabel("Severity", { exact: true })
            .filter({ visible: true })
            .selectOption("2");
          await page.locator(".answer svg").waitFor();
        }
        if (name === "Write a promise") await page.locator(".preview .calendar").waitFor();
        expect(await findings(page)).toEqual([]);
      }
      await close();
    },
  );

  it("gets from a file to a ticket's working by the keyboard alone", async () => {
    const { page, complaints, close } = await openPage();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    const tabTo = async (isThere: () => Promise<boolean>) => {
      for (let i = 0; i < 200; i += 1) {
        if (await isThere()) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`the keyboard does not lead there; the last was ${await focused()}`);
    };
    const isText = (text: string) => async () => (await focused()).trim() === text;
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Skip to the content");
    await tabTo(isText("Try it with an example"));
    await page.keyboard.press("Enter");
    await judged(page);
    // A promise is chosen among the others by the arrows.
    await tabTo(() =>
      page.evaluate(() => document.activeElement?.getAttribute("type") === "radio"),
    );
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => page.getByRole("radio", { name: "NHSmail" }).isChecked()).toBe(true);
    await page.keyboard.press("ArrowUp");
    await judged(page);
    await tabTo(() =>
      page.evaluate(() => document.activeElement?.closest(".verdicts tbody") !== null),
    );
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").locator(".working").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    // The focus is back among the verdicts.
    expect(
      await page.evaluate(() => document.activeElement?.closest(".verdicts tbody") !== null),
    ).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  it("can zoom to 200 %, and on a narrow screen moves nothing sideways but tables", async () => {
    // A window of 1280 pixels at 200 % has room for 640.
    for (const width of [640, 320]) {
      const { page, close } = await openPage({ viewport: { width, height: 900 } });
      await page.getByRole("button", { name: "Try it with an example" }).click();
      await judged(page);
      const overflow = "document.documentElement.scrollWidth - window.innerWidth";
      expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
      for (const name of ["When is it due?", "Write a promise", "About and privacy"]) {
        await page.getByRole("button", { name, exact: true }).first().click();
        expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
      }
      await close();
    }
  });

  it("has the whole list on paper, and light there", async () => {
    const { page, close } = await openPage({ colorScheme: "dark" });
    await page.getByRole("button", { name: "Try it with an example" }).click();
    await judged(page);
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute("data-printed", "yes");
    });
    await page.getByRole("button", { name: "Print", exact: true }).click();
    await page.locator("body[data-printed=yes]").waitFor();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    // All 70 verdicts of the example; the window shows forty.
    expect(await page.locator(".printed tbody tr").count()).toBe(70);
    expect(await page.locator(".printed").isVisible()).toBe(true);
    expect(await page.locator(".verdicts").isVisible()).toBe(false);
    expect(await page.locator("#step-file").isVisible()).toBe(false);
    const ink = "getComputedStyle(document.documentElement).color";
    expect(await page.evaluate(ink)).toBe("rgb(33, 43, 50)");
    await close();
  });
});
