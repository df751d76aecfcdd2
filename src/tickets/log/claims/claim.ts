import { HOUR_MS, MINUTE_MS } from "../../../timeline/units";
import { plainName } from "../../../words/plain-name";
import { readLength, UNIT_MS } from "../lengths";
import type { ClaimKind } from "./claim-kinds";
import type { ClaimColumn } from "./kinds";

/** A figure of another tool, and how exactly it is written. */
export interface Figure {
  /** An instant in epoch milliseconds, a length in milliseconds, or a share in percent. */
  readonly value: number;
  /** The smallest step that its writing can show, in the same unit. */
  readonly precision: number;
  readonly column: string;
  /** As the file writes it. */
  readonly text: string;
}

/** The parts of a verdict that have a figure. */
export const FIGURES = ["due", "used", "left", "percent"] as const;
export type FigureName = (typeof FIGURES)[number];

/** What another tool says of a ticket. */
export interface Claim {
  /** Null if neither the tool nor its figures say it. */
  readonly breached: boolean | null;
  readonly figures: Readonly<Partial<Record<FigureName, Figure>>>;
  /** What its columns hold, by their names. */
  readonly texts: Readonly<Record<string, string>>;
}

/** A cell of a column of claims. */
export interface ClaimCell {
  readonly text: string;
  /** The instant that it states, if the file's dates can be read; undefined for any other text. */
  readonly instantMs?: number | undefined;
  /** The length that it states, if a spreadsheet's cell holds one. */
  readonly lengthMs?: number | undefined;
}

const BREACHED = new Set([
  ...["breached", "breach", "missed", "failed", "fail", "late", "violated", "slaviolated"],
  ...["notmet", "outsidesla", "outofsla", "overdue", "notachieved", "notwithinsla", "slabreached"],
  ...["slabreach", "slamissed", "slafailed", "exceeded", "expired", "red"],
]);
const MET = new Set([
  ...["met", "achieved", "pass", "passed", "ontime", "intime", "withinsla", "insla", "slamet"],
  ...["notbreached", "nobreach", "completed", "withinthesla", "ok", "green", "success"],
]);
const YES = new Set(["yes", "y", "true", "1", "x", "ja", "oui"]);
const NO = new Set(["no", "n", "false", "0", "nein", "non"]);

/**
 * What a tool says of a ticket, by the texts of its columns.
 *
 * @param cellOf the cell of a column; undefined if it is empty
 * @returns the claim, and what of it cannot be read
 */
export function claimOf(
  columns: readonly ClaimColumn[],
  cellOf: (column: string) => ClaimCell | undefined,
): { readonly claim: Claim | null; readonly unread: readonly string[] } {
  let breached: boolean | null = null;
  let isOver: boolean | null = null;
  const figures: Partial<Record<FigureName, Figure>> = {};
  const texts: Record<string, string> = {};
  const unread: string[] = [];
  for (const { column, kind } of columns) {
    const cell = cellOf(column);
    if (cell === undefined) continue;
    texts[column] = cell.text;
    if (kind === "breached" || kind === "met" || kind === "verdict") {
      const said = verdictIn(cell.text, kind);
      if (said === undefined) unread.push(`${column}: "${cell.text}"`);
      else breached ??= said;
      continue;
    }
    if (kind === "left" && IN_DAYS.test(cell.text)) {
      isOver ??= signedLength(cell.text).isNegative;
      continue;
    }
    const figure = figureIn(cell, kind);
    if (figure) figures[figureName(kind)] ??= { ...figure, column, text: cell.text };
    else unread.push(`${column}: "${cell.text}"`);
  }
  if (Object.keys(texts).length === unread.length) return { claim: null, unread };
  return { claim: { breached: breached ?? byFigures(figures) ?? isOver, figures, texts }, unread };
}

/** Whether a text says that a ticket was breached; null if it says that this is open. */
function verdictIn(text: string, kind: "breached" | "met" | "verdict"): boolean | null | undefined {
  const word = plainName(text);
  if (BREACHED.has(word)) return true;
  if (MET.has(word)) return false;
  if (/^(?:inprogress|running|paused|open|pending|na|none|cancelled)$/.test(word)) return null;
  if (kind === "verdict") return undefined;
  if (YES.has(word)) return kind === "breached";
  return NO.has(word) ? kind !== "breached" : undefined;
}

function byFigures({ left, percent }: Claim["figures"]): boolean | null {
  if (left) return left.value < 0;
  if (percent && percent.value !== 100) return percent.value > 100;
  return null;
}

function figureName(kind: Exclude<ClaimKind, "breached" | "met" | "verdict">): FigureName {
  if (kind === "due" || kind === "percent") return kind;
  return kind.startsWith("used") ? "used" : "left";
}

type Written = Pick<Figure, "value" | "precision">;

/** No promise is longer. */
const LONGEST_MS = 20 * 366 * 24 * HOUR_MS;

function figureIn({ text, instantMs, lengthMs }: ClaimCell, kind: ClaimKind): Written | null {
  if (kind === "due") {
    if (instantMs === undefined) return null;
    const hasSeconds = /\d:\d\d:\d\d/.test(text) || instantMs % MINUTE_MS !== 0;
    return { value: instantMs, precision: hasSeconds ? 1000 : MINUTE_MS };
  }
  if (kind === "percent") {
    const [, number] = /^([\d ,]*\d(?:\.\d+)?)\s*%?$/.exec(text.trim()) ?? [];
    return number === undefined ? null : decimal(number.replace(/[ ,](?=\d{3}\b)/g, ""), 1, 0);
  }
  if (lengthMs !== undefined && Math.abs(lengthMs) < LONGEST_MS) {
    return { value: lengthMs, precision: lengthMs % MINUTE_MS === 0 ? MINUTE_MS : 1000 };
  }
  const [, unit] = kind.split("-");
  return lengthIn(text.trim(), unit);
}

/**
 * A length with Jira's short units of a day or more: `1d 4h`, `-2w 1d`. How long such a day is depends on the
 * calendar of the SLA, so only its sign says anything.
 */
const IN_DAYS = /^[-−–]?\s*\d+\s*(?:d|w|mo|yr)\b/i;

/** What a length says in words or by its sign: `-1:05` and `1h 5m over` are negative, `1h 5m left` is not. */
function signedLength(text: string): { readonly rest: string; readonly isNegative: boolean } {
  const [, sign = "", length = "", word = ""] =
    /^([-−–]?)\s*(.*?)(?:\s+(remaining|left|over|overdue|late))?$/is.exec(text.trim()) ?? [];
  return { rest: length, isNegative: sign !== "" || /^(?:over|overdue|late)$/i.test(word) };
}

/** A length as tools write it: `4h 30m`, `-1:05`, `2 Hours 30 Minutes`, or a number of a known unit. */
function lengthIn(text: string, unit: string | undefined): Written | null {
  const { rest, isNegative } = signedLength(text);
  if (IN_DAYS.test(rest)) return null;
  const size = unsignedLength(rest, unit);
  return size && isNegative ? { ...size, value: -size.value } : size;
}

function unsignedLength(text: string, unit: string | undefined): Written | null {
  const unitMs = UNIT_MS[unit ?? ""];
  const number = text.replace(/,(?=\d{3}\b)/g, "");
  if (unitMs !== undefined && /^\d+(?:\.\d+)?$/.test(number)) {
    // Hours usually have two decimals, and 8.5 is as exact as 8.50.
    return decimal(number, unitMs, unit === "hours" ? 2 : 0);
  }
  for (const [written, precision] of [
    ["hh:mm:ss", 1000],
    ["hh:mm", MINUTE_MS],
    ["iso", 1000],
    ["words", /\d\s*s(?:ec(?:ond)?s?)?\b|^1970/i.test(text) ? 1000 : MINUTE_MS],
  ] as const) {
    const ms = text === "" ? null : readLength(text, written);
    if (typeof ms === "number") return { value: ms, precision };
  }
  return null;
}

function decimal(number: string, unit: number, leastDecimals: number): Written {
  const decimals = Math.max(leastDecimals, number.split(".")[1]?.length ?? 0);
  return { value: Math.round(Number(number) * unit * 1e6) / 1e6, precision: unit / 10 ** decimals };
}

/** Whether a figure is what a tool would write for a value: cut short or rounded to its precision. */
export function isWritten(value: number, { value: figure, precision }: Figure): boolean {
  const half = precision / 2;
  const apart = Math.abs(value) - Math.abs(figure);
  const isOneSide = figure === 0 || Math.sign(value) === Math.sign(figure) || value === 0;
  return isOneSide && apart < precision - 1e-9 && apart >= -half - 1e-9;
}
