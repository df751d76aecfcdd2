import { gzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { madeUpLog } from "../../tools/incident-log/made-up";
import { byCommand } from "./command";
import { file } from "./files";
import { asOf, choose, closeBrowser, openPage, reportOf } from "./page";

afterAll(closeBrowser);

const POLICY = "examples/policies/incident-log.json";
const MAPPING = "examples/policies/incident-log.columns.json";

it("141,712 events are judged as by the command; the page hears of progress, and may give up", async () => {
  const path = file("incidents.csv.gz", gzipSync(madeUpLog().csv));
  const { page, asked, complaints, close } = await openPage();
  await page.getByLabel("Use a policy file (.json)").setInputFiles(POLICY);
  await choose(page, path);

  // Giving up in the middle ends what was begun, and it can be begun again.
  await page.getByRole("button", { name: "Cancel" }).first().click();
  await page.getByText("It was cancelled.").waitFor();
  expect(await page.locator(".verdicts").count()).toBe(0);
  await page.getByRole("button", { name: "Read it again" }).click();

  await page.getByLabel("Load a saved mapping").setInputFiles(MAPPING);
  await page.locator(".verdicts tbody tr").first().waitFor();
  await asOf(page, "2017-02-20T12:00");
  // However long the log, there are forty rows of it on the page.
  expect(await page.locator(".verdicts tbody tr").count()).toBe(40);
  const expected = await byCommand(path, "--policy", POLICY, "--as-of", "2017-02-20T12:00:00Z");
  await expect.poll(() => reportOf(page), { timeout: 60_000 }).toEqual(expected);
  expect(expected.summary).toMatchObject({ rows: 141_712 });
  expect([asked, complaints]).toEqual([[], []]);
  await close();
});
