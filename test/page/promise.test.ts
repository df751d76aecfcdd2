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

  it("may have several targets, in hours, in working days and day and night, and is refused as by the library", async () => {
    const { page, complaints, close } = await openPage();
    await page.getByRole("button", { name: "Write a promise", exact: true }).click();
    await page.getByRole("button", { name: "Add a target" }).click();
    await page.getByLabel("First response, severity 1: counted in").selectOption({ index: 1 });
    await page.getByLabel("Fix, severity 4: within").fill("3");
    await page.getByLabel("Fix, severity 4: unit").selectOption("working days");
    const fix = page.locator("fieldset.target").first();
    await fix.getByText("What comes late in the day").click();

    // Hours cannot be carried into days: the page says so in the words of the library.
    const box = page.locator(".preview [role=alert]");
    await box.waitFor();
    const problem = "time used cannot be carried from hours to days";
    expect(await box.innerText()).toContain(problem);
    expect(await page.getByRole("button", { name: "Judge tickets by it" }).isDisabled()).toBe(true);
    await fix.getByLabel("When the severity changes").selectOption({ index: 3 });
    await fix.getByLabel("The last of its days is up").selectOption("at a time of that day");
    await fix.getByLabel("At", { exact: true }).fill("16:30");
    await page.locator(".calendar").waitFor();
    const saved = JSON.parse((await taken(page, "Save it as a policy file")).toString());
    const { fix: fixed, "first-response": response } = saved.targets;
    expect(fixed.allowance).toEqual({
      1: { hours: 4, calendar: "desk" },
      2: { hours: 8, calendar: "desk" },
      3: { hours: 24, calendar: "desk" },
      4: { workingDays: 3, calendar: "desk", due: { at: "16:30" } },
    });
    expect(response.allowance[1]).toEqual({ hours: 1, calendar: "around-the-clock" });
    expect(saved.calendars["around-the-clock"].hours).toEqual({ daily: ["00:00-24:00"] });

    await page.getByRole("button", { name: "Judge tickets by it" }).click();
    const log = [
      "ticket,at,state,severity",
      "T-1,2026-11-14T22:00Z,new,1",
      "T-1,2026-11-14T23:30Z,in progress,1",
      "T-1,2026-11-16T10:00Z,resolved,1",
      "T-2,2026-11-17T09:00Z,new,4",
    ];
    const path = file("several.csv", `${log.join("\n")}\n`);
    await choose(page, path);
    await judged(page);
    await asOf(page, AS_OF);
    const json = file("several.json", JSON.stringify(saved));
    const expected = await byPromise(path, json, AS_OF);
    const verdicts = expected.rows.map(({ ticket, target, status }) => [ticket, target, status]);
    expect(verdicts).toEqual(
      expect.arrayContaining([
        // Answered on a Saturday night after an hour and a half, of the one hour that was promised day and night.
        ["T-1", "first-response", "breached"],
        // Fixed in the first of its four hours of Monday.
        ["T-1", "fix", "met"],
        // Not answered within eight hours of Tuesday.
        ["T-2", "first-response", "breached"],
        // Three working days from Tuesday 17 November are up on Friday 20 November at 16:30.
        ["T-2", "fix", "running"],
      ]),
    );
    await expect.poll(() => reportOf(page)).toEqual(expected);
    expect(complaints).toEqual([]);
    await close();
  });

  it("is loaded back into the form, and what the form does not show is said, kept and saved", async () => {
    const { page, complaints, close } = await openPage();
    const policy = {
      id: "council",
      title: "Council desk",
      timeZone: "Europe/London",
      calendars: {
        office: {
          timeZone: "Europe/London",
          hours: { weekdays: ["08:30-12:30", "13:30-17:00"] },
          bankHolidays: "scotland",
          rules: [{ title: "Christmas", from: "12-25", to: "01-01", hours: [] }],
        },
        night: { timeZone: "Europe/London", hours: { daily: ["22:00-06:00"] } },
      },
      severities: ["high", "low"],
      targets: {
        answer: {
          title: "Answer",
          allowance: {
            high: { hours: 2, calendar: "night" },
            low: { hours: 6, calendar: "office" },
          },
          runs: ["new"],
          stops: ["done"],
          escalations: [{ id: "lead", at: { share: 0.5 } }],
        },
        close: {
          title: "Close",
          allowance: { workingDays: 2, calendar: "office", due: "close", cutoff: "15:00" },
          runs: ["new"],
          stops: ["done"],
        },
      },
    };
    const path = file("council-policy.json", JSON.stringify(policy));
    await page.getByRole("button", { name: "Write a promise", exact: true }).click();
    await page.getByLabel("Go on from a policy file (.json)").setInputFiles(path);
    const kept = page.locator("details", { hasText: "What the form does not show" });
    await kept.waitFor();
    expect(await kept.locator("li").allInnerTexts()).toEqual([
      "of the calendar “office”: rules",
      "the calendars night",
      "of the target “Answer”: escalations",
    ]);
    expect(await page.getByLabel("Monday opens").inputValue()).toBe("08:30");
    expect(await page.getByLabel("Lunch from").inputValue()).toBe("12:30");
    expect(await page.getByLabel("Answer, severity high: counted in").inputValue()).toBe("night");
    expect(await page.getByLabel("The last of its days is up").inputValue()).toBe("close");
    await page.locator(".calendar").waitFor();
    const again = JSON.parse((await taken(page, "Save it as a policy file")).toString());
    expect(again).toEqual(JSON.parse(JSON.stringify(defineSla(policy as PolicyDefinition))));

    // A change in the form is the only change of the file.
    await page.getByLabel("Answer, severity low: within").fill("5");
    await page.getByRole("button", { name: "Judge tickets by it" }).click();
    await page.getByRole("button", { name: "Change this promise in the form" }).click();
    const { targets, ...rest } = JSON.parse(
      (await taken(page, "Save it as a policy file")).toString(),
    );
    expect(targets.answer.allowance.low).toEqual({ hours: 5, calendar: "office" });
    expect(rest).toEqual({ ...again, targets: undefined });

    // A file that is dropped is loaded too, and what is not a policy is refused in the library's words.
    const drop = (text: string) =>
      page.evaluate((given) => {
        const files = new DataTransfer();
        files.items.add(new File([given], "dropped.json"));
        const on = document.querySelector('[aria-label="A policy file to go on from"]');
        on?.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true }));
      }, text);
    await drop(JSON.stringify({ ...policy, title: "Dropped desk" }));
    await expect.poll(() => page.getByLabel("What it is called").inputValue()).toBe("Dropped desk");
    await drop("{}");
    const box = page.getByRole("alert");
    await expect
      .poll(() => box.innerText())
      .toContain("targets: missing; expected targets by name");
    await drop("{");
    await expect.poll(() => box.innerText()).toContain("it is not JSON");
    expect(complaints).toEqual([]);
    await close();
  });
});
