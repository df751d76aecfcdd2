import { afterAll, describe, expect, it } from "vitest";
import { byCommand } from "./command";
import { file, gzipped, semicolons, serviceNowCsv, utf16, workbook } from "./files";
import { asOf, choose, closeBrowser, judged, openPage, promise, reportOf } from "./page";

afterAll(closeBrowser);

const AS_OF = "2026-11-20T12:00";

/** From the drop of a file to its verdicts, under a service that is chosen on the page. */
async function byPage(path: string, service: string, answer?: (page: Page) => Promise<unknown>) {
  const opened = await openPage();
  const { page } = opened;
  await promise(page, service);
  await choose(page, path);
  await answer?.(page);
  await judged(page);
  await asOf(page, AS_OF);
  const report = await reportOf(page);
  await opened.close();
  expect(opened.asked).toEqual([]);
  expect(opened.complaints).toEqual([]);
  return report;
}

type Page = Awaited<ReturnType<typeof openPage>>["page"];

const at = (...numbers: readonly [number, number, number, number, number]) => {
  const [year, month, ...rest] = numbers;
  return new Date(Date.UTC(year, month - 1, ...rest));
};

describe("each form of export has the verdicts of the command, to the last character of its data", () => {
  const forms: readonly (readonly [name: string, content: () => Promise<string | Uint8Array>])[] = [
    ["snow.csv", async () => serviceNowCsv],
    [
      "semicolons.csv",
      async () => semicolons(serviceNowCsv.replaceAll(/"[^"\n]*(?:""[^"\n]*)*"/g, "x")),
    ],
    [
      "tabs.txt",
      async () => utf16(serviceNowCsv.replaceAll('"Screen, blank"', "x").replaceAll(",", "\t")),
    ],
    ["packed.csv.gz", async () => gzipped(serviceNowCsv)],
    [
      "snow.xlsx",
      () =>
        workbook([
          ["Number", "Priority", "State", "Opened", "Resolved"],
          ["INC1", "2 - High", "Resolved", at(2026, 11, 2, 9, 15), at(2026, 11, 2, 16, 40)],
          ["INC2", "1 - Critical", "In Progress", at(2026, 11, 13, 16, 30), null],
        ]),
    ],
    [
      "snow.json",
      async () =>
        JSON.stringify({
          records: [
            { number: "INC1", priority: "1", state: "2", opened_at: "2026-11-13 16:30:00" },
            {
              number: "INC2",
              priority: "3",
              state: "6",
              opened_at: "2026-11-02 10:00:00",
              resolved_at: "2026-11-03 11:00:00",
            },
          ],
        }),
    ],
  ];

  it.each(forms)("%s", async (name, content) => {
    const path = file(name, await content());
    const expected = await byCommand(path, "--policy", "nhs-login", "--as-of", `${AS_OF}:00Z`);
    expect(expected.rows.length).toBeGreaterThan(1);
    expect(await byPage(path, "NHS login")).toEqual(expected);
  });
});

it("the example, each row under the service that it names, is the sample of the command", async () => {
  const { page, asked, complaints, close } = await openPage();
  await page.getByRole("button", { name: "Try it with an example" }).click();
  await judged(page);
  const report = await reportOf(page);
  // The page calls the sample by another name, and each says in its own way what it takes where the services leave something open.
  const { notes, first, ...rest } = await byCommand("examples/data/tickets.csv");
  const madeFrom = { ...first.madeFrom, file: "example.csv" };
  expect(report).toEqual({
    ...rest,
    notes: [
      ...notes.filter((note) => !note.startsWith("in the sample ")),
      expect.stringMatching(/^of what .* partnerHours is .*, and fixTimes/),
    ],
    first: { ...first, title: "Service levels of example.csv", madeFrom },
  });
  // By hand from the README: 62 tickets in 206 rows.
  expect(report.summary).toMatchObject({ tickets: 62, rows: 206 });
  expect([asked, complaints]).toEqual([[], []]);
  await close();
});
