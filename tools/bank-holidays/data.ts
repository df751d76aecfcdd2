import * as z from "zod";
import { readJson } from "../../src/cli/files";
import { InputError } from "../../src/tickets/log/problems";

/** A bank holiday of one division. */
export interface Holiday {
  /** ISO. */
  readonly date: string;
  readonly title: string;
  /** undefined if the source has no notes at all. */
  readonly notes: string | undefined;
}

const row = z.union([
  z.tuple([z.string(), z.string(), z.string()]),
  z.tuple([z.string(), z.string(), z.string(), z.string()]),
]);
const file = z.strictObject({
  title: z.string(),
  source: z.record(z.string(), z.string()),
  divisions: z.record(z.string(), z.string()),
  from: z.iso.date(),
  publishedUntil: z.iso.date(),
  to: z.iso.date(),
  years: z.record(z.string().regex(/^\d{4}$/), z.array(row)),
});
type Row = z.output<typeof row>;

/** The bank holidays that come with the library, division by division. */
export interface Data {
  readonly about: Omit<z.output<typeof file>, "years">;
  /** By the name of the division; in order of date. */
  readonly divisions: ReadonlyMap<string, readonly Holiday[]>;
}

/**
 * Reads `calendars/bank-holidays.json`, or a file like it.
 *
 * @throws {InputError} if it is not such a file.
 */
export async function readData(path: string): Promise<Data> {
  const read = file.safeParse(await readJson(path));
  if (!read.success) throw new InputError(`${path}: ${z.prettifyError(read.error)}`);
  const { years, ...about } = read.data;
  const divisions = Object.entries(about.divisions).map(([letter, division]) => {
    const holidays = Object.entries(years).flatMap(([year, rows]) =>
      rows
        .filter(([, , letters]) => letters.includes(letter))
        .map(([day, title, , notes = ""]): Holiday => ({ date: `${year}-${day}`, title, notes })),
    );
    return [division, holidays] as const;
  });
  return { about, divisions: new Map(divisions) };
}

/** The text of the file: one row to a line, and the rows of a year in order of date, then of division. */
export function textOf({ about, divisions }: Data): string {
  const { from, publishedUntil, to, ...naming } = about;
  const years = new Map<string, Row[]>();
  for (const [year, rows] of rowsOf(divisions, about.divisions)) years.set(year, rows);
  const lists = [...years].map(
    ([year, rows]) =>
      `    "${year}": [\n${rows.map((row) => `      ${rowText(row)}`).join(",\n")}\n    ]`,
  );
  const head = JSON.stringify({ ...naming, from, publishedUntil, to }, null, 2).slice(0, -2);
  return `${head},\n  "years": {\n${lists.join(",\n")}\n  }\n}\n`;
}

function rowText(row: Row): string {
  return `[${row.map((cell) => JSON.stringify(cell)).join(", ")}]`;
}

/** One row for each date, title and note, with the letters of the divisions that have it. */
function rowsOf(
  divisions: Data["divisions"],
  letters: Data["about"]["divisions"],
): readonly (readonly [year: string, rows: Row[]])[] {
  const found = new Map<string, { readonly holiday: Holiday; letters: string }>();
  for (const [letter, division] of Object.entries(letters)) {
    for (const holiday of divisions.get(division) ?? []) {
      const key = JSON.stringify([holiday.date, holiday.title, holiday.notes ?? ""]);
      const same = found.get(key);
      if (same) same.letters += letter;
      else found.set(key, { holiday, letters: letter });
    }
  }
  // Sorting keeps the order of the divisions within a date.
  const sorted = [...found.values()].sort((a, b) =>
    a.holiday.date < b.holiday.date ? -1 : a.holiday.date > b.holiday.date ? 1 : 0,
  );
  const years = new Map<string, Row[]>();
  for (const { holiday, letters } of sorted) {
    const year = holiday.date.slice(0, 4);
    const cells = [holiday.date.slice(5), holiday.title, letters] as const;
    const row: Row = holiday.notes ? [...cells, holiday.notes] : [...cells];
    years.set(year, [...(years.get(year) ?? []), row]);
  }
  return [...years];
}
