import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { InputError } from "../../src/tickets/log/problems";
import { printable } from "../../src/words/printable";
import { compare } from "./compare";
import { type Data, readData, textOf } from "./data";
import { changeLines, type DivisionChanges, summaryLines } from "./print";
import { type Published, readPublished } from "./published";
import { inYears, knownIn, sharedYears, updated } from "./update";

const SHIPPED = join(import.meta.dirname, "../../calendars/bank-holidays.json");

const NOTES = `
The file is https://www.gov.uk/bank-holidays.json as it is downloaded, or the JSON or .ics of one
division. Of a file in Welsh only the dates are compared; name the division of its .ics in Welsh.
Only years that it has from January to December are compared. Without a file it says what there is.

Exit codes: 0 there is no difference, or it is written; 1 there is one, and it is not written;
2 the file cannot be used.

Examples:
  npm run bank-holidays -- bank-holidays.json
  npm run bank-holidays -- scotland.ics --division scotland
  npm run bank-holidays -- bank-holidays.json --write`;

interface Options {
  readonly division?: string;
  readonly data: string;
  readonly write: boolean;
}

/** Runs the command, and returns its exit code. */
export async function run(args: readonly string[], print: (line: string) => void): Promise<number> {
  const command = new Command("bank-holidays")
    .description("What gov.uk publishes, against the bank holidays that come with the library.")
    .argument("[file]", "what gov.uk publishes: bank-holidays.json, or an .ics file")
    .option("--division <name>", "compare one division alone; an .ics file is of one")
    .option("--data <file>", "the bank holidays to compare with", SHIPPED)
    .option("--write", "put what is published into the data", false)
    .addHelpText("after", NOTES)
    .exitOverride()
    .configureOutput({ writeOut: (text) => print(text.trimEnd()) });
  try {
    command.parse([...args], { from: "user" });
    return await refresh(command.args[0], command.opts<Options>(), print);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof InputError)) throw error;
    console.error(`bank-holidays: ${error.message.split("\n").map(printable).join("\n")}`);
    return 2;
  }
}

async function refresh(
  file: string | undefined,
  { division, data: path, write }: Options,
  print: (line: string) => void,
): Promise<number> {
  const data = await readData(path);
  if (file === undefined) {
    for (const line of summaryLines(data)) print(line);
    return 0;
  }
  const published = await readPublished(file, {
    divisions: [...data.divisions.keys()],
    division,
    titleOf: (division, date) =>
      data.divisions.get(division)?.find((holiday) => holiday.date === date)?.title,
  });
  if (write && published.some(({ inWelsh }) => inWelsh)) {
    throw new InputError(`${file}: its titles are Welsh; write the data from the English file`);
  }
  if (published.every((each) => sharedYears(data, each).length === 0)) {
    throw new InputError(`${file}: no year of the data is whole in it`);
  }
  const changes = changesIn(data, published);
  for (const line of [...asideLines(data, published), ...changeLines(changes)]) print(line);
  if (changes.every((each) => each.changes.length === 0)) {
    print("No difference.");
    return 0;
  }
  if (!write) {
    print("Nothing is written; --write puts what is published into the data.");
    return 1;
  }
  const next = updated(data, published);
  await writeFile(path, textOf(next));
  for (const line of writtenLines(data, next)) print(line);
  return 0;
}

function changesIn(data: Data, published: readonly Published[]): readonly DivisionChanges[] {
  return published.map((each) => {
    const years = sharedYears(data, each);
    const known = knownIn(data, each.division, years);
    return { division: each.division, changes: compare(known, inYears(each.holidays, years)) };
  });
}

/** The parts of the file that are ignored. */
function asideLines(data: Data, published: readonly Published[]): readonly string[] {
  return published.flatMap((each) => {
    const shared = sharedYears(data, each);
    const beyond = each.years.filter((year) => !shared.includes(year));
    return [
      ...each.parts.map(
        (year) => `${each.division}: of ${year} the file has only a part; left out`,
      ),
      ...beyond.map((year) => `${each.division}: ${year} is not a year of the data; left out`),
    ];
  });
}

function writtenLines({ about: before }: Data, { about: after }: Data): readonly string[] {
  const until = after.publishedUntil.slice(0, 4);
  if (before.publishedUntil === after.publishedUntil) {
    return [`Written; published to ${until}, as before: a year is once it is for every division.`];
  }
  return [
    `Written; published to ${until} now. Look through the difference, and then:`,
    "  npm test (some tests name the last year that is published; a proclamation goes into the",
    "    table of test/reference/statutory-bank-holidays.ts)",
    "  npm run readme (for what this command prints)",
    "  docs/calendars.md and calendars/README.md say until when dates are published",
  ];
}
