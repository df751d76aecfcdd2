import { afterAll, expect, it } from "vitest";
import { command } from "../cli/run-breaches";
import { closeBrowser, openPage } from "./page";

afterAll(closeBrowser);

it("one question has the answer of the command, and a pause moves it on", async () => {
  const { page, asked, complaints, close } = await openPage();
  await page.getByRole("button", { name: "When is it due?", exact: true }).click();
  await page.getByLabel("Promise", { exact: true }).selectOption("NHS login");
  await page.getByLabel("Severity", { exact: true }).selectOption("2");
  await page.getByLabel("Opened", { exact: true }).fill("2026-11-20T16:00");
  await page.getByLabel("Seen as of").fill("2026-11-20T16:00");
  const big = page.locator(".big");
  await big.waitFor();
  // Severity 2 has 8 support hours of 08:00 to 18:00: 2 on the Friday, and 6 on Monday 23 November.
  expect(await big.innerText()).toBe("Due Monday 23 November 2026 14:00 GMT");
  const args = ["2026-11-20T16:00", "--policy", "nhs-login", "--severity", "2"];
  expect((await command("due", ...args)).stdout).toContain("Mon 23 Nov 2026 14:00 GMT");

  // NHSmail pauses while information is awaited: from 09:00 to 11:00 on a working day, two hours.
  await page.getByLabel("Promise", { exact: true }).selectOption("NHSmail");
  await expect.poll(() => big.innerText()).not.toBe("Due Monday 23 November 2026 14:00 GMT");
  const before = await big.innerText();
  await page.getByRole("button", { name: "Add a pause" }).click();
  await page.getByLabel("From", { exact: true }).fill("2026-11-23T09:00");
  await page.getByLabel("To (empty if still paused)").fill("2026-11-23T11:00");
  await page.getByLabel("Seen as of").fill("2026-11-23T12:00");
  await expect.poll(() => big.innerText()).not.toBe(before);
  const hour = (text: string) => Number(/(\d\d):\d\d/.exec(text)?.[1]);
  expect(hour(await big.innerText())).toBe(hour(before) + 2);
  expect(await page.locator(".answer svg").count()).toBe(1);
  expect(await page.getByText("What to think of before that").count()).toBe(1);
  expect([asked, complaints]).toEqual([[], []]);
  await close();
});
