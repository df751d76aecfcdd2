import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import choices from "../../examples/data/tickets.choices.json";
import { readIso } from "../tickets/log/instants";
import { InputError } from "../tickets/log/problems";
import { SECOND_MS } from "../timeline/units";
import { quoted } from "../words/printable";

const file = fileURLToPath(new URL("../../examples/data/tickets.csv", import.meta.url));

/** The log that comes with the project, and a fixed instant to judge it at, so its report never changes. */
export const SAMPLE = {
  path: relative(process.cwd(), file),
  asOf: "2027-04-05T12:00:00+01:00",
} as const;

/** Options that services leave to their parties: whose they are, and what the sample takes them to be. */
const LEFT_OPEN = {
  partnerHours: {
    service: "nhs-login",
    says: "partners are open Monday to Friday, 08:00 to 18:00",
  },
  fixTimes: {
    service: "gpsoc",
    says: "the supplier fixes severities 1, 2 and 3 within 1, 2 and 5 working days",
  },
} as const satisfies Readonly<Record<keyof typeof choices, object>>;

/** The names of those options. */
const OPTIONS = ["partnerHours", "fixTimes"] as const;

/**
 * What is chosen for the sample: what the command line chooses, and what the documents of the services
 * leave to their parties.
 *
 * @param policies the names that the command line gives; none for the services that the rows name
 */
export function sampleChoices(
  policies: readonly string[],
  chosen: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const isJudged = (service: string) =>
    policies.length === 0 || policies.some((name) => name.split("=").at(-1) === service);
  const left = OPTIONS.filter((name) => isJudged(LEFT_OPEN[name].service));
  return { ...Object.fromEntries(left.map((name) => [name, choices[name]])), ...chosen };
}

/** What to say of those choices. */
export function sampleNotes(chosen: Readonly<Record<string, string>>): readonly string[] {
  return OPTIONS.filter((name) => chosen[name] === choices[name]).map(
    (name) =>
      `in the sample ${LEFT_OPEN[name].says}, which the document leaves open; --choose ${name}=... says otherwise`,
  );
}

/** Whether a path leads to the sample. */
export function isSample(path: string): boolean {
  return resolve(path) === file;
}

/**
 * The instant to judge at, in epoch milliseconds: the one given, the sample's own, or else now,
 * to the second.
 *
 * @throws {InputError} if it is not an instant, or states no offset
 */
export function chooseAsOf(given: string | undefined, path: string, nowMs: number): number {
  const text = given ?? (isSample(path) ? SAMPLE.asOf : undefined);
  if (text === undefined) return nowMs - (nowMs % SECOND_MS);
  const read = readIso(text.trim());
  if (typeof read === "number") return read;
  throw new InputError(`--as-of ${quoted(text)} cannot be read: ${read.reason}`);
}
