import { quoted } from "../../words/printable";
import { InputError } from "../log/problems";
import { isGeneral } from "./presets/general";
import type { Meaning } from "./presets/preset";
import { plainColumn } from "./recognise";
import type { Survey } from "./survey";
import type { Understood } from "./understood";

/**
 * Refuses two columns whose names differ by no more than case and punctuation, if one of them is needed.
 *
 * @throws {InputError} if there are two
 */
export function refuseTwins(columns: Iterable<string>, { header }: Survey): void {
  for (const column of columns) {
    const twin = header.names.find(
      (name) => name !== column && plainColumn(name) === plainColumn(column),
    );
    if (twin === undefined) continue;
    throw new InputError(
      `its columns ${quoted(column)} and ${quoted(twin)} have the same name; say in a mapping which is meant, or rename one`,
    );
  }
}

/** The meanings on which a verdict rests. */
const DECISIVE = ["state", "severity", "at", "opened", "resolved"] as const;

/** The columns that may have a meaning for which another column is taken, by their meanings. */
export function alsoMeant(
  { preset, columns }: Understood,
  { header }: Survey,
): [Meaning, string][] {
  const taken = new Set(columns.values());
  return DECISIVE.flatMap((meaning) => {
    const names = isGeneral(preset) ? (preset.columns[meaning] ?? []) : [];
    return header.names
      .filter((name) => names.includes(plainColumn(name)) && !taken.has(name))
      .map((name): [Meaning, string] => [meaning, name]);
  });
}
