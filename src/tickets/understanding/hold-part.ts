import { holdColumns, writtenOf } from "../log/forms/hold-columns";
import type { Mapping } from "../log/mapping";
import type { Meaning, Preset } from "./presets/preset";
import type { Survey } from "./survey";
import type { Answers, Question } from "./understood";

type HoldPart =
  | { readonly kind: "mapping"; readonly mapping: Mapping["onHold"] }
  | Extract<Question, { kind: "hold" }>;

/** The column of time on hold: the preset's, or one whose name and texts say that it is. */
export function holdPart(
  { form, onHold }: Preset,
  columns: ReadonlyMap<Meaning, string>,
  { header, texts }: Survey,
  answer: Answers["hold"],
): HoldPart | undefined {
  if (form !== "tickets") return undefined;
  const own = columns.get("onHold");
  if (own !== undefined && onHold) {
    const { written } = onHold;
    const measured = measuredBy(own, onHold);
    return { kind: "mapping", mapping: { column: own, written, measured } };
  }
  const [first] = holdColumns(header).flatMap((column) => {
    const found = texts.get(column.column) ?? new Map<string, number>();
    const written = writtenOf(column, found.keys());
    return written === null ? [] : [{ column: column.column, written, texts: [...found.keys()] }];
  });
  if (answer === "ignore") return { kind: "mapping", mapping: null };
  if (!first) return undefined;
  const written = answer ?? first.written;
  if (written === "unsaid") {
    return { kind: "hold", column: first.column, texts: first.texts.slice(0, 3) };
  }
  const measured = measuredBy(first.column, onHold);
  return { kind: "mapping", mapping: { column: first.column, written, measured } };
}

/** What a length is measured on: what the column's name says, or else what the tool measures on. */
function measuredBy(column: string, onHold: Preset["onHold"]): "calendar" | "wall" {
  const name = column.replaceAll("_", " ");
  if (/\b(?:business|working|work|office|support|core|service)\b/i.test(name)) return "calendar";
  if (/\b(?:wall|calendar (?:hours|time)|24\s?[x/]\s?7)\b/i.test(name)) return "wall";
  return onHold?.measured ?? "calendar";
}
