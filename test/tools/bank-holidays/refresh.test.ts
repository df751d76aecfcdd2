import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { bankHolidays } from "../../../src";
import { readData, textOf } from "../../../tools/bank-holidays/data";
import { run } from "../../../tools/bank-holidays/run";
import { dated, file as icsOf } from "../../interchange/icalendar/write";
import { type Division, statutoryBankHolidays } from "../../reference/statutory-bank-holidays";

const SHIPPED = join(import.meta.dirname, "../../../calendars/bank-holidays.json");
const DIVISIONS: readonly Division[] = ["england-and-wales", "scotland", "northern-ireland"];

/** The last year that is published in the data, and the first that is projected. */
const LAST = Number(bankHolidays("scotland").publishedUntil.slice(0, 4));
const NEXT = LAST + 1;

let folder = "";
let data = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bank-holidays-"));
  data = join(folder, "data.json");
});
beforeEach(async () => {
  await copyFile(SHIPPED, data);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

interface Event {
  readonly date: string;
  readonly title: string;
  readonly notes: string;
  readonly bunting: boolean;
}

/** The dates of some years as gov.uk has them, by the statute, with the titles that are shipped. */
function published(division: Division, years: readonly number[]): Event[] {
  const titles = new Map(bankHolidays(division).events.map((event) => [event.date, event]));
  return years
    .flatMap((year) => statutoryBankHolidays(division, year))
    .map((date) => {
      const { title = "A bank holiday", notes = "" } = titles.get(date) ?? {};
      return { date, title: title.replaceAll("'", "\u2019"), notes, bunting: true };
    });
}

const govUk = (change: (events: Event[], division: Division) => Event[], years = [LAST, NEXT]) =>
  Object.fromEntries(
    DIVISIONS.map((division) => [
      division,
      { division, events: change(published(division, years), division) },
    ]),
  );

async function refresh(file: unknown, ...args: readonly string[]) {
  const path = join(folder, "published");
  await writeFile(path, typeof file === "string" ? file : JSON.stringify(file));
  const lines: string[] = [];
  const exitCode = await run([path, "--data", data, ...args], (line) => lines.push(line));
  return { exitCode, lines };
}

describe("the shipped data", () => {
  it("is written as it was read", async () => {
    expect(textOf(await readData(SHIPPED))).toBe(await readFile(SHIPPED, "utf8"));
  });

  it("is summed up if no file is given", async () => {
    const lines: string[] = [];
    expect(await run([], (line) => lines.push(line))).toBe(0);
    expect(lines[0]).toBe(
      `Bank holidays from 1998 to 2040, published to ${LAST}, projected after that.`,
    );
  });
});

describe("a file without news", () => {
  it("makes no difference, and exit code 0", async () => {
    const { exitCode, lines } = await refresh(govUk((events) => events, [LAST - 1, LAST]));
    expect({ exitCode, lines }).toEqual({ exitCode: 0, lines: ["No difference."] });
  });
});

describe("a year that is published as it was projected", () => {
  it("is said, counted, and not written; exit code 1", async () => {
    const { exitCode, lines } = await refresh(govUk((events) => events));
    expect(exitCode).toBe(1);
    expect(lines).toContain("published as projected");
    expect(lines).toContain(`  ${NEXT} scotland: 9 dates`);
    expect(await readFile(data, "utf8")).toBe(await readFile(SHIPPED, "utf8"));
  });

  it("is written with --write: only until when it is published; exit code 0, and no more news", async () => {
    const file = govUk((events) => events);
    const { exitCode, lines } = await refresh(file, "--write");
    expect(exitCode).toBe(0);
    expect(lines.join("\n")).toContain(`published to ${NEXT} now`);
    const shipped = await readFile(SHIPPED, "utf8");
    expect(await readFile(data, "utf8")).toBe(
      shipped.replace(/"publishedUntil": "[^"]*"/, `"publishedUntil": "${NEXT}-12-31"`),
    );
    expect((await refresh(file)).lines).toEqual(["No difference."]);
  });
});

describe("a year that is published with other dates", () => {
  const [, , early = ""] = statutoryBankHolidays("england-and-wales", NEXT).filter(
    (date) => !date.startsWith(`${NEXT}-01`),
  );
  const moved = govUk((events, division) => [
    ...events.map((event) => (event.date === early ? { ...event, date: `${NEXT}-05-12` } : event)),
    ...(division === "scotland"
      ? [{ date: `${NEXT}-06-15`, title: "World Cup", notes: "", bunting: true }]
      : []),
  ]);

  it("names each date that is unlike its projection", async () => {
    const { exitCode, lines } = await refresh(moved);
    expect(exitCode).toBe(1);
    expect(lines.slice(0, 5)).toEqual([
      "unlike what was known",
      `  ${early} was projected as Early May bank holiday; published is ${NEXT}-05-12 (${DIVISIONS.join(", ")})`,
      "",
      "added",
      `  ${NEXT}-06-15 World Cup is published, and was not known (scotland)`,
    ]);
  });

  it("is written in its place, and nothing else is touched", async () => {
    await refresh(moved, "--write");
    const before = (await readFile(SHIPPED, "utf8")).split("\n");
    const after = (await readFile(data, "utf8")).split("\n");
    const gone = `      ["${early.slice(5)}", "Early May bank holiday", "esn"],`;
    expect(before).toContain(gone);
    expect(after.filter((line) => !before.includes(line))).toEqual([
      `  "publishedUntil": "${NEXT}-12-31",`,
      '      ["05-12", "Early May bank holiday", "esn"],',
      '      ["06-15", "World Cup", "s"],',
    ]);
    expect(after).toHaveLength(before.length + 1);
  });
});

describe("an .ics file", () => {
  const ics = (events: readonly Event[]) =>
    icsOf(...events.map(({ date, title }) => dated(date, title)));
  const scotland = ics(published("scotland", [LAST, NEXT]));

  it("is compared with its division, notes left as they are", async () => {
    const known = ics(published("scotland", [LAST - 1, LAST]));
    expect((await refresh(known, "--division", "scotland")).lines).toEqual(["No difference."]);
  });

  it("does not make a year published for the others", async () => {
    const { exitCode, lines } = await refresh(scotland, "--division", "scotland", "--write");
    expect(exitCode).toBe(0);
    expect(lines.at(-1)).toContain("as before: a year is once it is for every division");
    expect(await readFile(data, "utf8")).toBe(await readFile(SHIPPED, "utf8"));
  });

  it("needs its division", async () => {
    const error = vi.spyOn(console, "error").mockReturnValue();
    expect((await refresh(scotland)).exitCode).toBe(2);
    expect(String(error.mock.calls[0])).toContain("name it with --division");
    error.mockRestore();
  });
});

describe("a file of one division, or in Welsh", () => {
  const years = [LAST - 1, LAST];
  const welsh = {
    "england-and-wales": "cymru-a-lloegr",
    scotland: "yr-alban",
    "northern-ireland": "gogledd-iwerddon",
  } as const;
  const inWelsh = (division: Division, change = (events: Event[]) => events) => ({
    division: welsh[division],
    events: change(published(division, years)).map((each) => ({
      ...each,
      title: "G\u0175yl y banc",
    })),
  });
  const whole = Object.fromEntries(DIVISIONS.map((each) => [welsh[each], inWelsh(each)]));

  it.each([
    ["the JSON of one division", { division: "scotland", events: published("scotland", years) }],
    ["the same in Welsh", inWelsh("england-and-wales")],
    ["the whole file in Welsh", whole],
    ["with a byte order mark", `\ufeff${JSON.stringify(whole)}`],
  ])("is compared: %s", async (_, file) => {
    expect((await refresh(file)).lines).toEqual(["No difference."]);
  });

  it("an .ics in Welsh is one of the division named in Welsh, whatever its titles", async () => {
    const days = published("england-and-wales", years);
    const ics = `\ufeff${icsOf(...days.map(({ date }) => dated(date, "G\u0175yl y banc")))}`;
    const { lines } = await refresh(ics, "--division", "cymru-a-lloegr");
    expect(lines).toEqual(["No difference."]);
    const error = vi.spyOn(console, "error").mockReturnValue();
    expect((await refresh(ics, "--division", "england-and-wales")).exitCode).toBe(2);
    expect(String(error.mock.calls[0])).toContain("--division cymru-a-lloegr");
    error.mockRestore();
  });

  it("says which dates differ, and does not put Welsh titles into the data", async () => {
    const [first] = published("scotland", years);
    const less = inWelsh("scotland", (events) =>
      events.filter((each) => each.date !== "2028-08-07"),
    );
    const { lines } = await refresh(less);
    expect(first?.date).toBe("2027-01-01");
    expect(lines).toContain(
      "  2028-08-07 was published as Summer bank holiday; it is not published now (scotland)",
    );
    const error = vi.spyOn(console, "error").mockReturnValue();
    expect((await refresh(less, "--write")).exitCode).toBe(2);
    expect(String(error.mock.calls[0])).toContain("write the data from the English file");
    error.mockRestore();
    expect(await readFile(data, "utf8")).toBe(await readFile(SHIPPED, "utf8"));
  });
});

describe("a year that is incomplete in the file", () => {
  it("is left out", async () => {
    const part = govUk((events) => events.filter(({ date }) => date < `${NEXT}-06`));
    const { exitCode, lines } = await refresh(part);
    expect(exitCode).toBe(0);
    expect(lines).toContain(`scotland: of ${NEXT} the file has only a part; left out`);
  });
});

describe("a file that cannot be used: exit code 2, and why", () => {
  const twice = govUk((events) => [...events, ...events.slice(-1)]);
  const strange = govUk((events) => events.map((event) => ({ ...event, title: "\u00c9t\u00e9" })));

  it.each<[string, unknown, readonly string[], string]>([
    ["no JSON", "hello", [], "not JSON"],
    ["other JSON", {}, [], "missing"],
    ["a division too few", { scotland: govUk((e) => e)["scotland"] }, [], "england-and-wales"],
    ["a date twice", twice, [], `has ${NEXT}-12-2`],
    ["a title that is not plain", strange, [], "the data is ASCII"],
    ["an unknown division", {}, ["--division", "wales"], '--division "wales" is unknown'],
    ["no year of the data", govUk((e) => e, [2041]), [], "no year of the data is whole in it"],
    ["an unknown option", {}, ["--wirte"], ""],
  ])("%s", async (_, file, args, message) => {
    const error = vi.spyOn(console, "error").mockReturnValue();
    const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const { exitCode } = await refresh(file, ...args);
    const said = error.mock.calls.join("\n");
    error.mockRestore();
    stderr.mockRestore();
    expect(exitCode).toBe(2);
    expect(said).toContain(message);
    expect(await readFile(data, "utf8")).toBe(await readFile(SHIPPED, "utf8"));
  });
});
