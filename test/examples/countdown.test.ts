import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findChromium } from "../../tools/chromium";
import { Desk, post } from "./desk";

const desk = new Desk();
let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
});
afterAll(async () => {
  await browser.close();
  desk.close();
});

/** Monday 16 November 2026, when London is on GMT and the office is open from 09:00 to 17:00. */
const ms = (time: string) => Date.parse(`2026-11-16T${time}Z`);

/** What the page shows: a row for each promise, as `ticket promise: left`. */
async function rows(page: Page): Promise<readonly string[]> {
  const cells = await page
    .locator("tbody tr")
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll("td")].map(({ textContent }) => textContent ?? "")),
    );
  return cells.map(([ticket, promise, left]) => `${ticket} ${promise}: ${left}`);
}

it("counts down in working time, second by second, with nothing but core-hours/live", async () => {
  const webhooks = await desk.start("webhooks.ts", ms("11:00:00"));
  for (const [id, ticket, at, state] of [
    ["e1", "A", "2026-11-16T09:00:00Z", "open"],
    ["e2", "B", "2026-11-16T10:30:00Z", "open"],
    ["e3", "B", "2026-11-16T10:45:00Z", "waiting"],
    ["e4", "C", "2026-11-16T10:00:00Z", "open"],
    ["e5", "C", "2026-11-16T10:10:00Z", "done"],
  ] as const) {
    const severity = state === "open" ? { severity: "1" } : {};
    expect(await post(webhooks.url, { id, ticket, at, state, ...severity })).toBe(200);
  }
  const countdown = await desk.start("countdown.ts", ms("11:00:00"));

  const page = await browser.newPage();
  const scripts: Buffer[] = [];
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("response", async (answer) => {
    if (answer.url().endsWith(".js")) scripts.push(await answer.body());
  });
  // The clock of this machine is two hours slow; the page goes by the server's.
  await page.clock.install({ time: ms("09:00:00") });
  await page.clock.pauseAt(ms("09:00:01"));
  await page.goto(countdown.url);
  await page.locator("tbody tr").first().waitFor();

  // A has been open for two hours: an hour over its reply, and two of the four hours of its fix are left.
  // B used a quarter of an hour before it waited; its reply is done, and so is all of C.
  expect(await rows(page)).toEqual([
    "A reply: over by 1 h",
    "A fix: 2 h left",
    "B fix: paused, 3 h 45 min left",
  ]);
  await page.clock.runFor(1_000);
  expect((await rows(page))[1]).toBe("A fix: 1 h 59 min 59 s left");

  // The server is gone; the page counts on. At 13:00 nothing is left, and at 17:00 the office closes.
  await countdown.kill();
  await page.clock.runFor(2 * 3_600_000 - 2_000);
  expect((await rows(page))[1]).toBe("A fix: 1 s left");
  expect(await page.locator("#told").textContent()).toBe("The desk does not answer.");
  await page.clock.runFor(2 * 60_000);
  expect((await rows(page))[1]).toBe("A fix: over by 1 min 59 s");
  await page.clock.fastForward(12 * 3_600_000);
  expect(await rows(page)).toEqual([
    "A reply: over by 7 h",
    "A fix: over by 4 h",
    "B fix: paused, 3 h 45 min left",
  ]);
  // A day after the last answer, it says that it knows no more.
  await page.clock.fastForward(12 * 3_600_000);
  expect(await page.locator("#told").textContent()).toContain("take a newer one");

  // What was loaded is core-hours/live alone, without Luxon and zod.
  const all = Buffer.concat(scripts);
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.reduce((sum, script) => sum + gzipSync(script).length, 0)).toBeLessThan(4_000);
  expect(/luxon|zod/i.test(all.toString())).toBe(false);
  expect(complaints).toEqual([]);
  await page.close();
  await webhooks.kill();
});
