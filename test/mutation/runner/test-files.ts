import { readdirSync } from "node:fs";
import { dirname, relative } from "node:path";

/** Tests that take long, and look at all there is: they judge a mutant last. */
const LONG = /properties|growth|laws|agreed-alone|summary/;

let found: readonly string[] | undefined;

/** The files of tests whose paths start as one environment variable says, without those that another names. */
export function testFiles(): readonly string[] {
  const starts = (process.env["MUTATION_TESTS"] ?? "").split(" ");
  const without = (process.env["MUTATION_WITHOUT"] ?? "").split(" ").filter((part) => part !== "");
  found ??= readdirSync("test", { recursive: true, encoding: "utf8" })
    .map((name) => `test/${name.replaceAll("\\", "/")}`)
    .filter((name) => name.endsWith(".test.ts") && !name.endsWith("incident-log.test.ts"))
    .filter((name) => starts.some((start) => name.startsWith(start)))
    .filter((name) => !without.some((part) => name.includes(part)))
    .sort();
  return found;
}

/** The same, in the order in which they judge a source: those in the folder of the same name first. */
export function nearFirst(source: string): string[] {
  const own = relative(process.cwd(), source)
    .replaceAll("\\", "/")
    .replace(/^src/, "test")
    .replace(/\.ts$/, "");
  const distance = (file: string) =>
    (isLong(file) ? 10 : 0) + (file.startsWith(own) ? 0 : file.startsWith(dirname(own)) ? 1 : 2);
  return testFiles().toSorted((a, b) => distance(a) - distance(b));
}

export function isLong(file: string): boolean {
  return LONG.test(file);
}
