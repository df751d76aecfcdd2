import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { findChromium } from "../../tools/chromium";
import { breaches, command, file } from "../cli/run-breaches";
import { judged } from "./small-log";

/** The pages with pictures. */
const PAGES = {
  report: async () => {
    const args = ["--top", "70", "--pictures", "--target-share", "90", "--format", "html"];
    return (await breaches(args)).stdout;
  },
  month: async () => (await command("timeline", "--month", "2027-03", "--out", "-")).stdout,
  "whole log": async () => (await command("timeline", "--breaches", "--out", "-")).stdout,
  ticket: async () => (await command("timeline", "NM-1007", "--out", "-")).stdout,
} as const;

/** The least height of letters in a picture, in CSS pixels: nearly eight points. */
const LEAST_PX = 10.5;

let launched: Promise<Browser> | undefined;
/** One browser for all; if none is installed, every test fails and says so. */
const browser = () => {
  launched ??= chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
  return launched;
};
afterAll(async () => (await launched)?.close());

/** What a reader of a page's pictures would complain of, and how many pictures there are to see. */
function complaints(page: Page): Promise<{ seen: number; found: string[] }> {
  return page.evaluate(`(() => {
    const found = [];
    const svgs = [...document.querySelectorAll("svg[role=img]")].filter((svg) => svg.checkVisibility());
    for (const svg of svgs) {
      const name = svg.querySelector("title")?.textContent ?? svg.getAttribute("aria-label");
      const frame = svg.getBoundingClientRect();
      const scale = frame.width / svg.viewBox.baseVal.width;
      const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim() !== "");
      const boxes = texts.map((text) => text.getBoundingClientRect());
      for (const [i, text] of texts.entries()) {
        const { left, right, top, bottom } = boxes[i];
        const px = parseFloat(getComputedStyle(text).fontSize) * scale;
        if (px < ${LEAST_PX}) found.push(name + ": " + text.textContent + " in " + px.toFixed(1) + " px");
        if (left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 3 || bottom > frame.bottom + 3)
          found.push(name + ": " + text.textContent + " is cut off");
        if (text.closest(".instant") && text.textContent.includes("…"))
          found.push(name + ": " + text.textContent + " is cut short");
        for (let j = 0; j < i; j++) {
          const other = boxes[j];
          const across = Math.min(right, other.right) - Math.max(left, other.left);
          const down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
          if (across > 1 && down > 5) found.push(name + ": " + text.textContent + " lies over " + texts[j].textContent);
        }
      }
      const box = svg.closest(".drawings, figure");
      if (box && box.scrollWidth > box.clientWidth + 1) found.push(name + " scrolls sideways");
    }
    return { seen: svgs.length, found };
  })()`);
}

const WAYS = [
  ["on 600 pixels", 600, "screen"],
  ["on 1200 pixels", 1200, "screen"],
] as const;
/** The report prints on upright sheets of A4, and the pages of a single picture on sheets that lie on their sides. */
const printed = (name: string) => ["on paper", name === "report" ? 703 : 1030, "print"] as const;

describe.each(Object.entries(PAGES))("the pictures of the page of a %s", (name, made) => {
  it.each([...WAYS, printed(name)])(
    "are whole, and in letters that can be read, %s",
    async (way, width, media) => {
      const page = await (await browser()).newPage({ viewport: { width, height: 900 } });
      await page.emulateMedia({ media });
      const url = pathToFileURL(file(`${way}.html`.replaceAll(" ", "-"), await made())).href;
      await page.goto(url, { waitUntil: "load" });
      await page.evaluate(
        "document.querySelectorAll('details').forEach((each) => { each.open = true; })",
      );
      const { seen, found } = await complaints(page);
      expect(found).toEqual([]);
      expect(seen).toBeGreaterThan(0);
      await page.close();
    },
  );
});

describe("the first page of thirteen months", () => {
  // One ticket of each month from June 2025 to June 2026, met or breached by turns of three.
  const months = Array.from({ length: 13 }, (_, i) => new Date(Date.UTC(2025, 5 + i, 10)));
  const rows = months.flatMap((opened, i) => {
    const day = opened.toISOString().slice(0, 10);
    const done = i % 3 === 0 ? "15:00Z" : "09:00Z";
    return [`T-${i},${day}T08:00Z,open,${1 + (i % 2)}`, `T-${i},${day}T${done},done,`];
  });

  it.each([
    ["dark, on 600 pixels", 600, "dark"],
    ["light, on 1200 pixels", 1200, "light"],
  ] as const)("has no table or chart that must be scrolled: %s", async (_, width, colorScheme) => {
    const { stdout } = await breaches([...judged("months", rows), "--format", "html"]);
    const page = await (await browser()).newPage({
      viewport: { width, height: 900 },
      colorScheme,
    });
    await page.goto(pathToFileURL(file(`months-${width}.html`, stdout)).href);
    const wide = await page.evaluate(`
      [...document.querySelectorAll(".sheet .wide, .sheet figure")].map((box) => box.scrollWidth - box.clientWidth)
    `);
    // Two charts and a table folded under one; the targets, the severities, the ten worst.
    expect(wide).toEqual([0, 0, 0, 0, 0, 0]);
    const heads = await page.evaluate('document.querySelectorAll(".matrix thead th").length');
    // The severity, thirteen months and all of them.
    expect(heads).toBe(15);
    await page.close();
  });

  it.each([
    ["of thirteen months", () => judged("months", rows)],
    ["of the sample, which is of four services", () => []],
  ] as const)("has two pages on paper: %s", async (name, args) => {
    const { stdout } = await breaches([...args(), "--target-share", "90", "--format", "html"]);
    const page = await (await browser()).newPage();
    const path = file(`paper-${name}.html`.replaceAll(" ", "-"), stdout);
    await page.goto(pathToFileURL(path).href);
    const pages = async () => {
      const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
      return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;
    };
    // The tables that follow begin on a page of their own.
    expect(await pages()).toBeGreaterThan(2);
    await page.evaluate(`
      const last = [...document.querySelectorAll(".sheet")].at(-1);
      while (last.nextElementSibling) last.nextElementSibling.remove();
      document.querySelectorAll("footer").forEach((each) => { each.remove(); });
      last.style.breakAfter = "auto";
    `);
    expect(await pages()).toBe(2);
    await page.close();
  });
});
