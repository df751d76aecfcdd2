import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { madeUpLog } from "../../tools/incident-log/made-up";
import { byPromise } from "./command";
import { file, gzipped, serviceNowCsv, workbook } from "./files";
import { FirefoxPage } from "./firefox";

const AS_OF = "2026-11-20T12:00";
const ROWS = "//table[contains(@class, 'verdicts')]/tbody/tr";

describe("in Firefox, from disk", () => {
  let page: FirefoxPage;
  beforeAll(async () => {
    page = await FirefoxPage.open();
  });
  afterAll(() => page.close());

  /** Opens a file, under a service, as of an instant. */
  const judge = async (path: string, service: string) => {
    await page.type("//input[@id='files']", path);
    await page.click(`//label[.='${service}']`);
    await page.until(ROWS);
    await page.until("//*[@id='step-verdicts']//*[@aria-busy='false']");
    if ((await page.texts("//details[@open]//label[.='Judged as of']")).length === 0) {
      await page.click("//summary[contains(., 'As of when, which period')]");
    }
    await page.fill("//label[.='Judged as of']/following-sibling::input", AS_OF);
    return path;
  };

  it("a file has the verdicts of the command, and so have a packed one and a workbook", async () => {
    const sheet = await workbook([
      ["Number", "Priority", "State", "Opened", "Resolved"],
      [
        ...["INC1", "2 - High", "Resolved"],
        new Date(Date.UTC(2026, 10, 2, 9, 15)),
        new Date(Date.UTC(2026, 10, 2, 16, 40)),
      ],
    ]);
    for (const [path, title, service] of [
      [file("firefox.csv", serviceNowCsv), "NHS login", "nhs-login"],
      [file("firefox.csv.gz", gzipped(serviceNowCsv)), "NHSmail", "nhsmail"],
      [file("firefox.xlsx", sheet), "NHS login", "nhs-login"],
    ] as const) {
      await judge(path, title);
      const expected = await byPromise(path, service, AS_OF);
      await expect.poll(() => page.report(), { timeout: 30_000 }).toEqual(expected);
    }
  });

  it("a file that is dropped on the page is taken", async () => {
    await page.run(
      `const given = new DataTransfer();
       given.items.add(new File([arguments[0]], "dropped.csv"));
       const on = document.querySelector(".drop");
       on.dispatchEvent(new DragEvent("drop", { dataTransfer: given, bubbles: true, cancelable: true }));`,
      serviceNowCsv,
    );
    await page.until("//ul[@aria-label='Files that are open']/li[contains(., 'dropped.csv')]");
    await page.until(`${ROWS}[contains(., 'INC0010003')]`);
    await page.until("//*[@id='step-verdicts']//*[@aria-busy='false']");
  });

  it("141,712 events are judged as by the command", async () => {
    const [policy, mapping] = ["", ".columns"].map((kind) =>
      join(process.cwd(), `examples/policies/incident-log${kind}.json`),
    );
    const path = file("incidents.csv.gz", gzipped(madeUpLog().csv));
    await page.type(
      "//label[.='Use a policy file (.json)']/following-sibling::input",
      policy ?? "",
    );
    await page.type("//input[@id='files']", path);
    await page.type("//label[.='Load a saved mapping']/following-sibling::input", mapping ?? "");
    await page.until("//p[contains(., 'read by the mapping that was loaded')]");
    await page.fill("//label[.='Judged as of']/following-sibling::input", "2017-02-20T12:00");
    const expected = await byPromise(
      path,
      policy ?? "",
      "2017-02-20T12:00",
      "--mapping",
      mapping ?? "",
    );
    await expect.poll(() => page.report(), { timeout: 60_000, interval: 1000 }).toEqual(expected);
    expect(expected.summary).toMatchObject({ rows: 141_712 });
    await page.click("//li[contains(., 'dropped.csv')]/button[1]");
    await page.until(`${ROWS}[contains(., 'INC0010003')]`);
    await page.until("//*[@id='step-verdicts']//*[@aria-busy='false']");
  });

  it("a ticket opens with its picture and working", async () => {
    await page.click(`${ROWS}[1]/th//button`);
    await page.until("//dialog//*[local-name()='svg']");
    expect(
      (await page.texts("//dialog//table[contains(@class, 'working')]/tbody/tr")).length,
    ).toBeGreaterThan(0);
    await page.click("//dialog//button[.='Close']");
  });

  it("one question is answered", async () => {
    await page.click("//nav//button[.='When is it due?']");
    await page.fill("//label[.='Promise']/following-sibling::select", "nhs-login");
    await page.fill(
      "//label[.='Severity' and not(ancestor::*[@hidden])]/following-sibling::select",
      "2",
    );
    await page.fill("//label[.='Seen as of']/following-sibling::input", "2026-11-20T16:00");
    await page.fill("//label[.='Opened']/following-sibling::input", "2026-11-20T16:00");
    await page.until("//*[@class='answer']");
    // Severity 2 has 8 support hours of 08:00 to 18:00: 2 on the Friday, and 6 on Monday 23 November.
    await expect
      .poll(() => page.texts("//p[@class='big']"))
      .toEqual(["Due Monday 23 November 2026 14:00 GMT"]);
  });

  it("nothing was refused by its content policy, nothing was asked for, and no error was seen", async () => {
    expect(await page.complaints()).toEqual([]);
    // The watch does hear of what is refused, in a worker too.
    await page.run(
      `const program = new Blob(["try { eval('1') } catch {} fetch('http://127.0.0.1:9/').catch(() => postMessage(0))"]);
       return new Promise((done) => {
         new Worker(URL.createObjectURL(program)).onmessage = () => done(0);
       });`,
    );
    await expect
      .poll(() => page.complaints())
      .toEqual([
        expect.stringContaining("blocked a JavaScript eval"),
        expect.stringContaining("connect-src"),
      ]);
  });
});
