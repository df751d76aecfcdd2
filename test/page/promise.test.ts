import { afterAll, describe, expect, it } from "vitest";
import { defineSla, type PolicyDefinition } from "../../src/index";
import { byPromise } from "./command";
import { file, serviceNowCsv } from "./files";
import { asOf, choose, closeBrowser, judged, openPage, promise, reportOf, taken } from "./page";

afterAll(closeBrowser);

const AS_OF = "2026-11-20T12:00";

describe("the promise", () => {
  it("may be a policy file, and the verdicts are those that the command gives by it", async () => {
    const { page, complaints, close } = await openPage();
    const policy = {
      id: "own",
      timeZone: "Europe/London",
      calendars: { desk: { timeZone: "Europe/London", hours: { daily: ["08:00-20:00"] } } },
      severities: ["1", "2", "3", "4"],
      targets: {
        fix: {
          allowance: { hours: 10, calendar: "desk" },
          runs: ["new", "in-progress"],
          pauses: ["on-hold"],
          stops: ["resolved", "closed"],
        },
      },
    };
    const json = file("desk.json", JSON.stringify(policy));
    const path = file("own.csv", serviceNowCsv);
    await page.getByLabel("Use a policy file (.json)").setInputFiles(json);
    await choose(page, path);
    await judged(page);
    await asOf(page, AS_OF);
    const expected = await byPromise(path, json, AS_OF);
    await expect.poll(() => reportOf(page)).toEqual(expected);
    expect(complaints).toEqual([]);
    await close();
  });

  it("that is wrong is refused with the words of the library", async () => {
    const { page, close } = await openPage();
    const wrong = { id: "own", targets: { fix: { allowance: { hours: 4, calender: "x" } } } };
    await page
      .getByLabel("Use a policy file (.json)")
      .setInputFiles(file("wrong.json", JSON.stringify(wrong)));
    const box = page.locator("#step-promise [role=alert]");
    await box.waitFor();
    let message = "";
    try {
      // Whatever it holds, defineSla checks it.
      defineSla(wrong as unknown as PolicyDefinition);
    } catch (error) {
      message = (error as Error).message;
    }
    const lines = (text: string) =>
      text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
    expect(message).not.toBe("");
    expect(lines(await box.innerText())).toEqual(["The promise cannot be used", ...lines(message)]);
    await close();
  });

  it("read in another way shows which verdicts change, and they are those of the command", async () => {
    const { page, close } = await openPage();
    const path = file("reading.csv", serviceNowCsv);
    await promise(page, "NHS login");
    await choose(page, path);
    await judged(page);
    await asOf(page, AS_OF);
    const step = page.locator("#step-promise");
    await step.getByText("How its words are read").click();
    const pauses = step.getByLabel("Whether the clock pauses while information is awaited");
    await pauses.selectOption({ index: 1 });
    await page
      .getByText(/verdicts? changed/)
      .first()
      .waitFor();
    const chosen = ["--choose", "pauses=awaiting-information"];
    const expected = await byPromise(path, "nhs-login", AS_OF, ...chosen);
    await expect.poll(() => reportOf(page)).toEqual(expected);
    // INC0010004 is on hold since it was opened, and had breached while the clock ran on.
    const changes = page.locator("table", { hasText: "Verdicts that have changed" });
    expect(await changes.locator("tbody tr").allInnerTexts()).toEqual([
      expect.stringMatching(/^INC0010004\tIncident resolution\t\w+\tpaused$/),
    ]);
    await close();
  });

  it("may be written on the page: its calendar is drawn, and its file is a policy of the command", async () => {
    const { page, complaints, close } = await openPage();
    await page.getByRole("button", { name: "Write a promise", exact: true }).click();
    await page.getByLabel("What it is called").fill("Town hall");
    await page.getByLabel("Monday opens").fill("08:00");
    await page.getByRole("checkbox", { name: "Saturday" }).check();
    await page.getByLabel("Lunch from").fill("12:00");
    await page.getByLabel("Lunch to").fill("13:00");
    await page.getByRole("button", { name: "Add a day" }).click();
    await page.getByLabel("Date", { exact: true }).fill("2026-11-18");
    await page.getByLabel("Why", { exact: true }).fill("Inventory");
    await page.locator(".calendar").waitFor();
    const saved = JSON.parse((await taken(page, "Save it as a policy file")).toString());
    expect(saved.calendars.desk.hours).toEqual({
      monday: ["08:00-12:00", "13:00-17:00"],
      tuesday: ["09:00-12:00", "13:00-17:00"],
      wednesday: ["09:00-12:00", "13:00-17:00"],
      thursday: ["09:00-12:00", "13:00-17:00"],
      friday: ["09:00-12:00", "13:00-17:00"],
      // The desk of a Saturday closes at 13:00, as its lunch ends.
      saturday: ["09:00-12:00"],
    });
    expect(saved.calendars.desk.exceptions).toEqual({
      "2026-11-18": { hours: [], title: "Inventory" },
    });

    await page.getByRole("button", { name: "Judge tickets by it" }).click();
    const path = file("town.csv", serviceNowCsv);
    await choose(page, path);
    await judged(page);
    await asOf(page, AS_OF);
    const json = file("town-hall.json", JSON.stringify(saved));
    const expected = await byPromise(path, json, AS_OF);
    await expect.poll(() => reportOf(page)).toEqual(expected);
    expect(complaints).toEqual([]);
    await close();
  });
});
