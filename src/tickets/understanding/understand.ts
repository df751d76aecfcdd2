import { quoted } from "../../words/printable";
import { InputError } from "../log/problems";
import { dateOrderOf } from "./date-order";
import { holdPart } from "./hold-part";
import { blank, formOf } from "./mapping-parts";
import type { Candidate } from "./recognise";
import { joined, zoneOf } from "./settle-dates";
import { evidenceOf, type Survey } from "./survey";
import { refuseTwins } from "./twins";
import type { Answers, Question, Understood } from "./understood";

/**
 * What a file is taken for, or what is to be asked first.
 *
 * @throws {InputError} if its dates contradict each other, or an answer
 */
export function understand(survey: Survey, answers: Answers): Understood | Question {
  const candidate = chosen(survey);
  const { preset, columns } = candidate;
  refuseTwins(columns.values(), survey);
  const each = columns.get("each");
  const wanted = each === undefined ? undefined : answers.rows?.[each];
  const texts = each === undefined ? [] : [...(survey.texts.get(each)?.keys() ?? [])];
  if (each !== undefined && wanted === undefined && texts.length > 1) {
    return { kind: "which-rows", column: each, texts };
  }
  const missing = Object.keys(answers.rows ?? {}).find((name) => !survey.header.has(name));
  if (missing !== undefined) {
    throw new InputError(`--rows: it has no column ${quoted(missing)} to tell its rows by`);
  }
  const evidence = evidenceOf(survey, columns);
  const order = dateOrderOf(evidence, answers.order, answers.nowMs);
  if (typeof order === "object") return { kind: "date-order", ...order };
  const read = joined(evidence, order);
  const zone = zoneOf(read, survey, candidate, answers);
  if (zone.from === "unknown" && zone.name === undefined) {
    const [seen] = evidence.flatMap(({ examples }) => examples);
    return { kind: "zone", text: seen?.text ?? "", line: seen?.line ?? 0 };
  }
  const onHold = holdPart(preset, columns, survey, answers.hold);
  if (onHold?.kind === "hold") return onHold;
  const at = {
    ...(read.formats ? { formats: [...read.formats] } : {}),
    ...(zone.name === undefined ? {} : { zone: zone.name }),
  };
  return {
    kind: "understood",
    preset,
    columns,
    mapping: {
      ...blank(preset),
      rows: { ...answers.rows },
      ...formOf(preset, columns, survey, { at, onHold: onHold?.mapping }),
    },
    dates: { ...read, zoneFrom: zone.from, evidence },
  };
}

/**
 * The most particular preset whose form agrees with whether tickets have more than one row. A file
 * whose tickets all have one row may be a log of events, if it cannot be a list of tickets.
 */
function chosen({ candidates, repeated }: Survey): Candidate {
  const repeats = ({ columns }: Candidate) => repeated.has(columns.get("ticket") ?? "");
  const isOneEach = ({ preset, columns }: Candidate) =>
    preset.form === "tickets" && !columns.has("each");
  const found =
    candidates.find((each) =>
      repeats(each) ? !isOneEach(each) : isOneEach(each) || each.preset.form !== "events",
    ) ?? candidates[0];
  const own = candidates.find(({ preset }) => preset.id === "core-hours");
  const best = own ?? found;
  if (!best) throw new Error("a survey has a candidate");
  return best;
}
