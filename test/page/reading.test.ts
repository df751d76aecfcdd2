import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { command } from "../cli/run-breaches";
import { byPromise } from "./command";
import { ambiguousCsv, file, serviceNowCsv } from "./files";
import {
  asOf,
  choose,
  closeBrowser,
  judged,
  type OpenPage,
  openPage,
  promise,
  reportOf,
  taken,
} from "./page";

afterAll(closeBrowser);

const AS_OF = "2026-11-20T12:00";

describe("what a file was taken for", () => {
  let opened: OpenPage;
  beforeEach(async () => {
    opened = await openPage();
  });
  afterEach(async () => {
    expect(opened.complaints).toEqual([]);
    await opened.close();
  });

  it("is shown with its first rows and the meaning of each column", async () => {
    const { page } = opened;
    await choose(page, file("rows.csv", serviceNowCsv));
    const rows = page.locator("table.first-rows");
    await rows.waitFor();
    expect(await rows.locator("tbody tr").count()).toBe(5);
    expect(await rows.locator("thead th").first().innerText()).toBe("Number\nthe ticket");
    // Nothing is judged as long as no promise is chosen.
    expect(await page.locator("#step-verdicts").innerText()).toContain("choose a promise");
  });

  it("shows dates both ways until one is chosen, and judges nothing before", async () => {
    const { page } = opened;
    const path = file("both.csv", ambiguousCsv);
    await promise(page, "NHS login");
    await choose(page, path);
    const table = page.locator("table", { hasText: "can be read in two ways" });
    await table.waitFor();
    // 3 April 2026 is a Friday and 4 March 2026 a Wednesday.
    expect(await table.locator("tbody tr").first().innerText()).toBe(
      "03/04/2026 09:00\tFriday 3 April 2026 09:00\tWednesday 4 March 2026 09:00",
    );
    expect(await page.locator(".verdicts").count()).toBe(0);
    for (const [order, way] of [
      ["month-first", /^Month first/],
      ["day-first", /^Day first/],
    ] as const) {
      await page.getByRole("radio", { name: way }).check();
      await judged(page);
      await asOf(page, AS_OF);
      const expected = await byPromise(path, "nhs-login", AS_OF, "--dates", order);
      await expect.poll(() => reportOf(page)).toEqual(expected);
    }
  });

  it("asks what an unknown state does, and counts its rows as not used until then", async () => {
    const { page } = opened;
    const path = file("parked.csv", serviceNowCsv);
    await promise(page, "NHS login");
    await choose(page, path);
    await judged(page);
    const parked = page.getByLabel("What Parked does");
    expect(await parked.inputValue()).toBe("");
    expect(await page.locator("#step-verdicts").innerText()).toContain("Verdicts may be wrong");
    await parked.selectOption("the clock is paused");
    await asOf(page, AS_OF);
    const expected = await byPromise(path, "nhs-login", AS_OF, "--state", "Parked=pauses");
    await expect.poll(() => reportOf(page)).toEqual(expected);
    expect(await page.locator("#step-verdicts").innerText()).not.toContain("Verdicts may be wrong");
  });

  it("is saved as the mapping that the command saves, and loaded again", async () => {
    const { page } = opened;
    const path = file("saved.csv", serviceNowCsv);
    await promise(page, "NHS login");
    await choose(page, path);
    await judged(page);
    const mapping = await taken(page, "Save how it is read");
    const out = file("by-command.json", "");
    await command("read", path, "--policy", "nhs-login", "--save", out);
    expect(mapping.toString()).toBe(readFileSync(out, "utf8"));

    await page.getByLabel("Load a saved mapping").setInputFiles(file("mapping.json", mapping));
    await page.getByText("It is read by the mapping that was loaded.").waitFor();
    await asOf(page, AS_OF);
    const expected = await byPromise(path, "nhs-login", AS_OF, "--mapping", out);
    await expect.poll(() => reportOf(page)).toEqual(expected);
  });

  it("may be given by hand for a file whose columns nobody knows", async () => {
    const { page } = opened;
    const text =
      "Fallnummer,Beginn,Ende\nF-1,2026-11-02T09:00Z,2026-11-02T10:00Z\nF-2,2026-11-03T09:00Z,\n";
    await promise(page, "NHSmail");
    await choose(page, file("unknown.csv", text));
    await page.getByText("Say which column has").waitFor();
    await page.getByLabel("The ticket", { exact: true }).selectOption("Fallnummer");
    await page.getByLabel("When it was opened").selectOption("Beginn");
    await page.getByLabel("When it was resolved").selectOption("Ende");
    await judged(page);
    await asOf(page, AS_OF);
    await expect
      .poll(async () => (await reportOf(page)).rows.map(({ ticket, status }) => [ticket, status]))
      .toEqual([
        ["F-2", "breached"],
        ["F-1", "met"],
      ]);
  });
});
