import { chosenBy, logDeskOf } from "../../tickets/log/desk/desk-of";
import type { Given } from "../wire/calls";
import type { WhoseShown } from "../wire/promise";
import { sourceOf } from "./bytes";
import { judgingBy } from "./given";
import { asOfOf, REMEDY, zoneFor } from "./judged";
import type { TakenFor } from "./taken-for";

/** The most rows that are shown; a column with more texts hardly names policies. */
const MOST_SHOWN = 100;

/**
 * Whose the tickets of a file are, as `core-hours read` shows it.
 *
 * @returns null if one policy is for all of them, or if each row names its service
 * @throws {InputError} if a question of how to read the file is open, or if it lacks a column to choose by
 */
export async function shownWhose(
  { file, settings, promise, how }: Given<"whose">,
  taken: TakenFor,
  progress: (share: number) => void,
): Promise<WhoseShown | null> {
  const judging = judgingBy(promise, settings);
  const { nowMs } = how;
  const { mapping } = await taken.mapping({ file, settings, promise, nowMs }, progress);
  const desk = logDeskOf(judging, mapping, file.name);
  if (!desk) return null;
  const asOfMs = asOfOf(how, zoneFor(judging));
  const chosen = await chosenBy(desk, sourceOf(file), { mapping, asOfMs, remedy: REMEDY });
  const rows = chosen.texts();
  return {
    columns: desk.columns,
    rows: rows.slice(0, MOST_SHOWN),
    more: Math.max(0, rows.length - MOST_SHOWN),
  };
}
