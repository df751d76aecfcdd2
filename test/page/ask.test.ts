import { afterAll, expect, it } from "vitest";
import { command } from "../cli/run-breaches";
import { file } from "./files";
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

it("one question names the next reminders of a pause that goes on, and the warnings of a clock that runs", async () => {
  const { page, complaints, close } = await openPage();
  await page.getByRole("button", { name: "When is it due?", exact: true }).click();
  await page.getByLabel("Promise", { exact: true }).selectOption("NHSmail");
  await page.getByLabel("Opened", { exact: true }).fill("2026-11-02T09:00");
  await page.getByRole("button", { name: "Add a pause" }).click();
  await page.getByLabel("From", { exact: true }).fill("2026-11-02T10:00");
  await page.getByLabel("Seen as of").fill("2026-11-03T12:00");
  const reminders = page.locator(".answer table.obligations");
  await reminders.waitFor();
  const told = await reminders.locator("tbody tr").allInnerTexts();
  const log = "ticket,at,state\nT,2026-11-02T09:00Z,new\nT,2026-11-02T10:00Z,awaiting-user-info\n";
  const args = ["--policy", "nhsmail", "--as-of", "2026-11-03T12:00:00Z", "--format", "json"];
  const { stdout } = await command("obligations", file("asked.csv", log), ...args);
  const all: { kind: string; title: string }[] = JSON.parse(stdout).obligations;
  const titles = all.filter(({ kind }) => kind !== "target").map(({ title }) => title);
  expect(titles).toEqual(expect.arrayContaining([expect.stringMatching(/reminder/i)]));
  expect(told.map((row) => row.split("\t")[0]).toSorted()).toEqual(titles.toSorted());

  // Once the pause has ended, the clock runs, and its warnings have instants.
  await page.getByLabel("To (empty if still paused)").fill("2026-11-02T11:00");
  await expect
    .poll(() => page.locator(".answer ul").innerText())
    .toContain("% of the time is used");
  expect(complaints).toEqual([]);
  await close();
});
