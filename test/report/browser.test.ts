import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { findChromium } from "../../tools/chromium";
import { breaches, file } from "../cli/run-breaches";
import { HOSTILE, hostileLog } from "./hostile-log";
import { smallLog } from "./small-log";

describe("the page in a browser", () => {
  let launched: Promise<Browser> | undefined;
  /** One browser for all; if none is installed, every test fails and says so. */
  const browser = () => {
    launched ??= chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
    return launched;
  };
  afterAll(async () => (await launched)?.close());

  const opened = async (
    args: readonly string[],
    options: Parameters<Browser["newPage"]>[0] = {},
  ) => {
    const { stdout } = await breaches([...args, "--format", "html", "--pictures"]);
    const page = await (await browser()).newPage(options);
    const happened: string[] = [];
    page.on("dialog", (dialog) => {
      happened.push(`dialog ${dialog.message()}`);
      return dialog.dismiss();
    });
    page.on("request", (request) => happened.push(request.url()));
    page.on("console", (message) => happened.push(message.text()));
    page.on("pageerror", (error) => happened.push(error.message));
    const url = pathToFileURL(file("page.html", stdout)).href;
    await page.goto(url, { waitUntil: "load" });
    return { page, url, happened };
  };

  it("runs nothing, requests nothing and complains of nothing, whatever the tickets", async () => {
    const { page, url, happened } = await opened(hostileLog());
    for (const summary of await page.locator("summary").all()) {
      await summary.click({ position: { x: 3, y: 3 } });
      await summary.hover();
    }
    expect(happened).toEqual([url]);
    expect(await page.title()).toMatch(
      /^Service levels of <img src=x onerror=alert\(2\)>\.csv, as of /,
    );
    const foreign = "img, iframe, object, embed, link, base, form, foreignObject";
    expect(await page.locator(foreign).count()).toBe(0);
    // The page's own: its data and its script, and the field to search in.
    expect(await page.locator("script").count()).toBe(2);
    expect(await page.locator("input").count()).toBe(1);
    expect(await page.locator("summary h3").allTextContents()).toEqual(
      expect.arrayContaining(HOSTILE.slice(0, 14)),
    );
    await page.close();
  });

  it("names its parts, its tables and their headings, for screen readers", async () => {
    const { page } = await opened(smallLog());
    const count = (selector: string) => page.locator(selector).count();
    expect(await page.locator("h1").count()).toBe(1);
    expect(await count("header, main, footer, nav[aria-label]")).toBe(4);
    expect(await count("section:not([aria-label]):not([aria-labelledby])")).toBe(0);
    expect(await count("table:not(:has(caption))")).toBe(0);
    expect(await count("th:not([scope])")).toBe(0);
    expect(await count("svg:not([aria-hidden]):not([role=img][aria-labelledby])")).toBe(0);
    expect(await repeatedIds(page)).toEqual([]);
    await page.close();
  });

  it("fits a narrow screen, and goes dark with it", async () => {
    const options = { viewport: { width: 600, height: 900 }, colorScheme: "dark" } as const;
    const { page } = await opened(smallLog(), options);
    for (const summary of await page.locator("summary").all()) await summary.click();
    const overflow = "document.documentElement.scrollWidth - window.innerWidth";
    expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
    const background = "getComputedStyle(document.documentElement).backgroundColor";
    expect(await page.evaluate(background)).toBe("rgb(22, 24, 27)");
    await page.close();
  });

  it.each([
    ["few tickets", () => smallLog()],
    [
      "the sample",
      () => ["--target-share", "90", "--supplier", "A supplier of somewhere far away"],
    ],
    ["many promised shares with long names", () => crowded()],
  ])(
    "has its first page on two sheets of paper, of which nothing is cut off: %s",
    async (_, args) => {
      // A sheet of A4 without its margins is 703 CSS pixels wide.
      const { page } = await opened(args(), { viewport: { width: 703, height: 1005 } });
      await page.emulateMedia({ media: "print" });
      const cut = await page
        .locator(".sheet, .sheet .wide")
        .evaluateAll((all) =>
          all.flatMap((each) =>
            each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1
              ? [`${each.className}: ${each.scrollWidth} × ${each.scrollHeight}`]
              : [],
          ),
        );
      expect(cut).toEqual([]);
      expect(await page.locator(".sheet").count()).toBe(2);
      await page.close();
    },
  );

  it("opens every ticket on paper, and is light there", async () => {
    const { page } = await opened(smallLog(), { colorScheme: "dark" });
    const working = page.locator("table.working").first();
    expect(await working.isVisible()).toBe(false);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const tables = await page.locator("table.working").all();
    for (const table of tables) expect((await table.boundingBox())?.height).toBeGreaterThan(0);
    const background = "getComputedStyle(document.documentElement).backgroundColor";
    expect(await page.evaluate(background)).toBe("rgb(255, 255, 255)");
    await page.close();
  });
});

/** The small log with more promises than a first page shows, a supplier and a title of two lines. */
function crowded(): string[] {
  const share = (i: number) => ({
    title: `Promise ${i}: fixed, or a workaround that the customer has accepted, in time`,
    target: "fix",
    share: 0.5 + i / 50,
    credits: [{ below: 0.5, percent: i }],
  });
  const attainment = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`p${i}`, share(i)]));
  return [
    ...smallLog({ attainment }),
    ...["--supplier", "A supplier with a long name, of somewhere far away, and its partners"],
    ...["--title", "The service levels of the second line, for the quarterly review of the board"],
    ...["--group-by", "severity"],
  ];
}

/** The ids that more than one element of a page has. */
async function repeatedIds(page: Page): Promise<string[]> {
  const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
  return ids.filter((id, i) => ids.indexOf(id) !== i);
}
