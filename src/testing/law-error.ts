import { CoreHoursError } from "../timeline/errors";
import { isInstant, localised, noted, type Place } from "./place";

/** What is known of a law that does not hold. */
export interface BrokenLaw {
  /** The name of the law. */
  readonly law: string;
  /** The law in words. */
  readonly title: string;
  /** The subject that breaks it, e.g. `calendar "support"`. */
  readonly subject: string;
  /** The smallest example found against it, instants as ISO text in UTC. */
  readonly counterexample: unknown;
  /** The seed with which fast-check finds it again; null if every seed does, since the law tries each date. */
  readonly seed: number | null;
}

/**
 * A law does not hold. Its message says the law in words, the smallest example against it in local time,
 * what was found there, and the seed that finds it again; its `data` is a {@link BrokenLaw}.
 */
export class LawError extends CoreHoursError {
  static override readonly kind: string = "LawError";
  override readonly name = "LawError";
  declare readonly data: Readonly<Record<string, unknown>> & BrokenLaw;

  /** @internal */
  constructor(broken: BrokenLaw, why: string, place: Place) {
    const { subject, title, counterexample, seed } = broken;
    const lines = [
      `The ${subject} breaks a law: ${title}.`,
      ...exampleLines(counterexample, place),
      ...localised(why, place).split("\n"),
      ...(seed === null ? [] : [`Find it again with { seed: ${seed} }.`]),
    ];
    super("law-broken", lines.join("\n  "), { ...broken });
  }
}

/** A law could not be tried at all, so nothing is known of it. */
export function untried(
  { title, subject }: Pick<BrokenLaw, "title" | "subject">,
  why: string,
): CoreHoursError {
  return new CoreHoursError(
    "law-untried",
    `A law could not be tried on the ${subject}: ${title}.\n  ${why.split("\n").join("\n  ")}`,
    { title, subject },
  );
}

/** An example as a person reads it, part by part, line by line. */
function exampleLines(example: unknown, place: Place): readonly string[] {
  if (typeof example !== "object" || example === null) return [];
  const lines = Object.entries(example).flatMap(([key, part]) =>
    isListOfObjects(part)
      ? [`${key}:`, ...part.map((item) => `  ${itemText(item, place)}`)]
      : [`${key}: ${partText(part, place)}`],
  );
  return ["For example, with", ...lines.map((line) => `  ${line}`)];
}

function isListOfObjects(part: unknown): part is readonly object[] {
  return Array.isArray(part) && part.length > 0 && part.every((item) => typeof item === "object");
}

/** The line for an event or a span: its instants, with anything unusual about them. */
function itemText(item: object, place: Place): string {
  return Object.entries(item)
    .map(([key, part]) => `${key} ${partText(part, place)}`)
    .join(", ");
}

function partText(part: unknown, place: Place): string {
  if (typeof part === "string" && isInstant(part)) return noted(part, place);
  return localised(JSON.stringify(part) ?? String(part), place);
}
