import { afterAll, describe, expect, it } from "vitest";
import { byPromise } from "./command";
import { file, serviceNowCsv } from "./files";
import { asOf, choose, closeBrowser, judged, openPage, promise, reportOf } from "./page";

afterAll(closeBrowser);

const AS_OF = "2026-11-20T12:00";

describe("what happens on the way", () => {
  it("a refresh in the middle begins anew and keeps nothing, unless that was asked for", async () => {
    const { page, complaints, close } = await openPage();
    await promise(page, "NHS login");
    await choose(page, file("refresh.csv", serviceNowCsv));
    await judged(page);
    await page.reload();
    await page.locator("h1").first().waitFor();
    expect(await page.locator(".files").count()).toBe(0);
    expect(await page.getByRole("radio", { name: "NHS login" }).isChecked()).toBe(false);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);

    await page.getByRole("button", { name: "About and privacy" }).click();
    await page.getByRole("checkbox", { name: /^Keep which promise/ }).check();
    await page.getByRole("button", { name: "Check tickets" }).click();
    await promise(page, "NHS login");
    await choose(page, file("refresh.csv", serviceNowCsv));
    await judged(page);
    await page.reload();
    await page.locator("h1").first().waitFor();
    expect(await page.getByRole("radio", { name: "NHS login" }).isChecked()).toBe(true);
    // The promise is kept; no ticket and no name of a file is.
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    expect(kept).toContain("nhs-login");
    expect(kept).not.toMatch(/INC|refresh/);

    await page.getByRole("button", { name: "About and privacy" }).click();
    await page.getByRole("button", { name: "Forget everything that is kept" }).click();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it("two files of two services are each judged by their own", async () => {
    const { page, close } = await openPage();
    const [one, other] = [file("one.csv", serviceNowCsv), file("other.csv", serviceNowCsv)];
    await choose(page, one, other);
    await promise(page, "NHSmail");
    await judged(page);
    await asOf(page, AS_OF);
    await expect.poll(() => reportOf(page)).toEqual(await byPromise(other, "nhsmail", AS_OF));
    await page.getByRole("button", { name: "one.csv", exact: true }).click();
    await promise(page, "NHS login");
    await judged(page);
    await asOf(page, AS_OF);
    await expect.poll(() => reportOf(page)).toEqual(await byPromise(one, "nhs-login", AS_OF));
    await page.getByRole("button", { name: "other.csv", exact: true }).click();
    await expect.poll(() => reportOf(page)).toEqual(await byPromise(other, "nhsmail", AS_OF));
    expect(await page.getByRole("radio", { name: "NHSmail" }).isChecked()).toBe(true);
    await close();
  });

  it("cells that are pasted are read as a file", async () => {
    const { page, close } = await openPage();
    await promise(page, "NHS login");
    await page.getByText("Paste from a spreadsheet").click();
    await page
      .getByLabel("Cells with their header row")
      .fill(
        "Number\tPriority\tState\tOpened\nINC1\t2 - High\tNew\t2026-11-13 16:30:00\nINC2\t1 - Critical\tNew\t2026-11-14 16:30:00\n",
      );
    await page.getByRole("button", { name: "Use these cells" }).click();
    await judged(page);
    expect(await page.locator(".verdicts tbody tr").count()).toBe(2);
    await close();
  });
});
