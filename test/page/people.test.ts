import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { file, serviceNowCsv } from "./files";
import { asOf, choose, closeBrowser, judged, openPage, promise } from "./page";

afterAll(closeBrowser);

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const GPSOC = "calendars/policies/gpsoc.json";
/** Severity 1 has four support hours; the tool counts otherwise. */
const CLAIMS = `${[
  "Ref,Priority,Logged,Fixed,SLA met,SLA due",
  "T-1,1,2026-11-02 09:00,2026-11-02 12:00,No,2026-11-02 11:00",
  "T-2,1,2026-11-02 09:00,2026-11-02 12:00,Yes,2026-11-02 13:00",
  "T-3,1,2026-11-02 12:00,,Yes,2026-11-02 16:00",
].join("\n")}\n`;

/** What axe finds wrong with the page as it stands, rule by rule with the first element. */
async function findings(page: Page): Promise<string[]> {
  // The page allows no other script, so the browser itself is asked to run axe.
  await page.evaluate(AXE);
  const found: AxeResults = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] })",
  );
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html}`);
}

/** Opens every section that can be opened. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
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
      await openAll(page);
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
        if (name === "Write a promise") {
          await page.getByRole("button", { name: "Add a target" }).click();
          await page.getByLabel("First response, severity 1: unit").selectOption("working days");
          await page.locator(".preview [role=alert]").waitFor();
          expect(await findings(page)).toEqual([]);
          await page.getByLabel("Go on from a policy file (.json)").setInputFiles(GPSOC);
          await page.locator("details", { hasText: "What the form does not show" }).waitFor();
          await page.locator(".preview table").first().waitFor();
        }
        expect(await findings(page)).toEqual([]);
      }
      await close();
    },
  );

  it.each(["light", "dark"] as const)(
    "finds nothing that axe would complain of against the tool's own verdict, what changed and what is due, in %s",
    async (colorScheme) => {
      const { page, close } = await openPage({ colorScheme });
      await promise(page, "NHS login");
      await choose(page, file("claims.csv", CLAIMS));
      await judged(page);
      await page.locator("summary", { hasText: "As of when, which period" }).click();
      await page.getByLabel("Compared with the tool’s own verdict").selectOption({ index: 1 });
      await page.locator("table", { hasText: "Where the tool and the desk differ" }).waitFor();
      await page.getByLabel("Judged as of").fill("2026-11-02T12:30");
      await page.locator("table", { hasText: "Verdicts that have changed" }).waitFor();
      await page.getByText("What is due next", { exact: true }).click();
      await page.locator(".calendar.due").waitFor();
      expect(await findings(page)).toEqual([]);
      await close();
    },
  );

  it("is told by a screen reader as landmarks, headings in order, and controls and tables with names", async () => {
    const { page, close } = await openPage();
    await page.getByRole("button", { name: "Try it with an example" }).click();
    await judged(page);
    await openAll(page);
    await page.locator(".calendar.due").waitFor();
    for (const name of ["", "When is it due?", "Write a promise", "About and privacy"]) {
      if (name !== "") await page.getByRole("button", { name, exact: true }).first().click();
      await page.locator("main h1:visible").waitFor();
      const tree = await page.locator("body").ariaSnapshot();
      for (const landmark of ["banner", "main", "contentinfo", 'navigation "Parts of the page"']) {
        expect(tree).toContain(`- ${landmark}`);
      }
      const levels = [...tree.matchAll(/- heading .*\[level=(\d)\]/g)].map(([, level]) =>
        Number(level),
      );
      expect(levels[0]).toBe(1);
      // No heading is more than one level below the one before it.
      expect(levels.filter((level, i) => i > 0 && level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
      const nameless =
        /- (?:button|textbox|combobox|checkbox|radio|spinbutton|searchbox|table|region)(?!:? ?")\b.*/g;
      expect([...tree.matchAll(nameless)].map(([line]) => line)).toEqual([]);
    }
    await close();
  });

  it("gets from a file to a ticket's working and a report that is saved by the keyboard alone", async () => {
    const { page, complaints, close } = await openPage();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    const tabTo = async (isThere: () => Promise<boolean>) => {
      for (let i = 0; i < 200; i += 1) {
        if (await isThere()) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`the keyboard does not lead there; the last was ${await focused()}`);
    };
    // The browser is told at once that no window for files shall open.
    const asked = page.waitForEvent("filechooser");
    const isText = (text: string) => async () => (await focused()).trim() === text;
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Skip to the content");
    await tabTo(() => page.evaluate(() => document.activeElement?.id === "files"));
    await page.keyboard.press("Enter");
    const path = file("keyboard.csv", serviceNowCsv);
    await (await asked).setFiles(path);
    await page.locator("table.first-rows").waitFor();
    // A promise is chosen among the others by the arrows.
    await tabTo(() =>
      page.evaluate(() => document.activeElement?.getAttribute("type") === "radio"),
    );
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => page.getByRole("radio", { name: "NHS login" }).isChecked()).toBe(true);
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
    await tabTo(isText("Report"));
    const saved = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    const report = readFileSync(await (await saved).path(), "utf8");
    expect(report).toContain("INC0010003");
    expect(complaints).toEqual([]);
    await close();
  });

  it("can zoom to 200 %, and on a narrow screen moves nothing sideways but tables", async () => {
    // A window of 1280 pixels at 200 % has room for 640.
    for (const width of [640, 320]) {
      const { page, close } = await openPage({ viewport: { width, height: 900 } });
      await page.getByRole("button", { name: "Try it with an example" }).click();
      await judged(page);
      await openAll(page);
      const overflow = "document.documentElement.scrollWidth - window.innerWidth";
      expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
      for (const name of ["When is it due?", "Write a promise", "About and privacy"]) {
        await page.getByRole("button", { name, exact: true }).first().click();
        if (name === "Write a promise") {
          await page.getByRole("button", { name: "Add a target" }).click();
          await page.locator(".preview .calendar").waitFor();
        }
        await openAll(page);
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

    // The breaches alone, with a place to sign them; of the example, 18 have breached.
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => document.body.removeAttribute("data-printed"));
    await page.getByRole("button", { name: "Print the breaches" }).click();
    await page.locator("body[data-printed=yes]").waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".printed tbody tr").count()).toBe(18);
    const statuses = await page.locator(".printed tbody td:nth-of-type(3)").allInnerTexts();
    expect(new Set(statuses)).toEqual(new Set(["breached"]));
    expect(await page.locator(".sign dt").allInnerTexts()).toEqual([
      ...["Checked by", "Signature", "Date"],
    ]);
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.length).toBeGreaterThan(10_000);

    // What has been printed is gone once the verdicts are others.
    await page.emulateMedia({ media: "screen" });
    await asOf(page, "2027-03-01T12:00");
    await expect.poll(() => page.locator(".printed").count()).toBe(0);
    await close();
  });
});
