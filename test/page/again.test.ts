import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { madeUpLog } from "../../tools/incident-log/made-up";
import { byPromise } from "./command";
import { file, serviceNowCsv } from "./files";
import { asOf, choose, closeBrowser, judged, openPage, promise, reportOf } from "./page";

afterAll(closeBrowser);

const LONG_POLICY = "examples/policies/incident-log.json";
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

  it("a refresh while a long file is read ends the reading, and begins anew", async () => {
    const { page, complaints, close } = await openPage();
    await page.getByLabel("Use a policy file (.json)").setInputFiles(LONG_POLICY);
    const path = file("long.csv.gz", gzipSync(madeUpLog().csv));
    await choose(page, path);
    await page.getByRole("button", { name: "Cancel" }).first().waitFor();
    await page.reload();
    await page.locator("h1").first().waitFor();
    expect(await page.locator(".files, .verdicts, progress").count()).toBe(0);
    await promise(page, "NHS login");
    const short = file("after.csv", serviceNowCsv);
    await choose(page, short);
    await judged(page);
    await asOf(page, AS_OF);
    await expect.poll(() => reportOf(page)).toEqual(await byPromise(short, "nhs-login", AS_OF));
    expect(complaints).toEqual([]);
    await close();
  });

  it("several files that are dropped at once, with a policy among them, are each judged by it", async () => {
    const { page, complaints, close } = await openPage();
    const policy = readFileSync("calendars/policies/nhs-login.json", "utf8");
    const other = serviceNowCsv.replaceAll("INC001", "INC002");
    await page.evaluate(
      (given) => {
        const files = new DataTransfer();
        for (const [name, text] of given) files.items.add(new File([text], name));
        const on = document.querySelector(".drop");
        on?.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true }));
      },
      [
        ["first.csv", serviceNowCsv],
        ["promise.json", policy],
        ["second.csv", other],
      ] as const,
    );
    await judged(page);
    expect(await page.locator(".files li bdi").allInnerTexts()).toEqual([
      "first.csv",
      "second.csv",
    ]);
    const json = file("promise.json", policy);
    for (const [name, text] of [
      ["second.csv", other],
      ["first.csv", serviceNowCsv],
    ] as const) {
      await page.getByRole("button", { name, exact: true }).click();
      await judged(page);
      await asOf(page, AS_OF);
      const expected = await byPromise(file(name, text), json, AS_OF);
      await expect.poll(() => reportOf(page)).toEqual(expected);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it("cells that are pasted are judged as the command judges them in a file", async () => {
    const { page, close } = await openPage();
    // What a spreadsheet copies: cells apart by tabs, and no line end after the last.
    const cells = [
      "Number\tPriority\tState\tOpened\tResolved",
      "INC1\t2 - High\tNew\t2026-11-13 16:30:00\t",
      'INC2\t1 - Critical\tResolved\t2026-11-14 16:30:00\t"2026-11-16 10:00:00"',
    ].join("\n");
    await promise(page, "NHS login");
    await page.getByText("Paste from a spreadsheet").click();
    await page.getByLabel("Cells with their header row").fill(cells);
    await page.getByRole("button", { name: "Use these cells" }).click();
    await judged(page);
    await asOf(page, AS_OF);
    const expected = await byPromise(file("pasted", cells), "nhs-login", AS_OF);
    expect(expected.rows.length).toBe(2);
    await expect.poll(() => reportOf(page)).toEqual(expected);
    await close();
  });
});
