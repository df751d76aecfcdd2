import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { byPromise } from "./command";
import { file } from "./files";
import {
  asOf,
  choose,
  closeBrowser,
  judged,
  type OpenPage,
  openPage,
  promise,
  reportOf,
} from "./page";

afterAll(closeBrowser);

/** Two tickets of severity 1, which NHS login fixes within four support hours of 08:00 to 18:00. */
const LOG = [
  "ticket,at,state,severity",
  "T-1,2026-11-02T09:00Z,new,1",
  "T-2,2026-11-03T09:00Z,new,1",
  "T-2,2026-11-03T10:00Z,resolved,1",
];

describe("a change shows which verdicts change, and they are those of the command", () => {
  let opened: OpenPage;
  const path = file("changes.csv", `${LOG.join("\n")}\n`);
  beforeAll(async () => {
    opened = await openPage();
    const { page } = opened;
    await promise(page, "NHS login");
    await choose(page, path);
    await judged(page);
    await asOf(page, "2026-11-02T12:00");
  });
  afterAll(() => opened.close());

  const changes = async () => {
    const table = opened.page.locator("table", { hasText: "Verdicts that have changed" });
    await table.waitFor();
    const rows = await table.locator("tbody tr").allInnerTexts();
    return rows.map((row) => row.replaceAll("\t", " | "));
  };

  it("of the instant", async () => {
    const { page } = opened;
    await asOf(page, "2026-11-04T12:00");
    await expect
      .poll(changes)
      .toEqual([
        "T-1 | Incident resolution | running | breached",
        "T-2 | Incident resolution | pending | met",
      ]);
    await expect
      .poll(() => reportOf(page))
      .toEqual(await byPromise(path, "nhs-login", "2026-11-04T12:00"));
  });

  it("of the instant as it is typed, digit by digit: from what stood before, not from a year half typed", async () => {
    const { page } = opened;
    await page.getByLabel("Judged as of").focus();
    // The field begins with its month or its day, and 02 is right as either; then the year.
    await page.keyboard.type("02");
    await page.keyboard.type("02");
    await page.keyboard.type("2027", { delay: 600 });
    await expect.poll(() => page.getByLabel("Judged as of").inputValue()).toBe("2027-02-02T12:00");
    await judged(page);
    const text = () => page.locator("#step-verdicts").innerText();
    await expect.poll(text).toContain("Tue 2 Feb 2027 12:00 GMT");
    expect(await text()).toContain("No verdict changed.");
  });

  it("of the period", async () => {
    const { page } = opened;
    await page.getByLabel("From", { exact: true }).fill("2026-11-03");
    await page.getByLabel("To the end of").fill("2026-11-03");
    await judged(page);
    await expect.poll(changes).toEqual(["T-1 | Incident resolution | breached | not in the list"]);
    const args = ["--period", "2026-11-03"];
    await expect
      .poll(() => reportOf(page))
      .toEqual(await byPromise(path, "nhs-login", "2027-02-02T12:00", ...args));
    expect(opened.complaints).toEqual([]);
  });
});
