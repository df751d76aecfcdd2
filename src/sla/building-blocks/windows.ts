import { DateTime } from "luxon";
import * as z from "zod";
import { own } from "../../input/json";
import { once } from "../../input/once";
import { checkKeys, given } from "../../input/options";
import { strictObject } from "../../input/schema";
import { showNames } from "../../input/show";
import { type InstantLike, toEpochMs } from "../../time/instant";
import { type AllowanceContext, compileAllowance } from "../allowance/compile-allowance";
import type { AllowanceDefinition } from "../allowance/definition";
import type { Allowance } from "../allowance/measure";
import { HistoryError } from "../clock/history";
import { type Words, wordList } from "./bounds";

/** A limit: a length of time from an event. */
export interface LimitDefinition {
  /** The name of the event; `start` if omitted. */
  readonly from?: string;
  /**
   * The name of an event that must come within the limit. If omitted, what the window allows must be
   * done within it.
   */
  readonly of?: string;
  readonly within: AllowanceDefinition;
  /** Whether the way holds without this limit if its event is not given; the reading says so. */
  readonly ifKnown?: boolean;
}

/** Something that may be done until a limit. */
export interface WindowDefinition {
  readonly title?: string;
  readonly clause?: string;
  /** The states and facts that are its events, by the name of the event; `start` if it has one event. */
  readonly events?: Readonly<Record<string, Words>>;
  /** The states and facts that say that what it allows has been done. */
  readonly doneOn?: Words;
  /** The states and facts that close it before its time. */
  readonly endsOn?: Words;
  /**
   * The ways of being in time. A way holds if all of its limits hold. Most windows have one way with
   * one limit.
   */
  readonly anyOf: readonly (readonly LimitDefinition[])[];
  /** Whether the last instant itself is in time; true if omitted. */
  readonly inclusive?: boolean;
  /** When the last day of its limits ends. It replaces what each limit says. */
  readonly due?: "same-time" | "end-of-day";
}

/** Where a window stands. An event that is still to come does not open it. */
export type WindowStatus = "not-open-yet" | "open" | "closed";

/** A way of being in time: the events that it counts from, and when it ends. */
export interface WindowWay {
  readonly from: readonly string[];
  readonly closesAt: DateTime;
  readonly closesAtMs: number;
}

/** A window, worked out. */
export interface WindowReading {
  readonly title: string;
  readonly clause: string | null;
  /**
   * The last instant in time; if `inclusive` is false, the first that is too late. If an event came
   * too late for every way, no way was ever open, and this is the instant until which that event
   * would have been in time.
   */
  readonly closesAt: DateTime;
  readonly closesAtMs: number;
  readonly inclusive: boolean;
  /**
   * The first instant in time: when the last event that it counts from has come. A window of several
   * ways opens with the first of them.
   */
  readonly opensAt: DateTime;
  readonly opensAtMs: number;
  /** Where it stands at `asOf`; null if none was given. */
  readonly status: WindowStatus | null;
  /** Whether it is open at `asOf`; null if none was given. */
  readonly isOpen: boolean | null;
  /** Each way of being in time that the given events allow, and when it ends. */
  readonly ways: readonly WindowWay[];
  /** The events that were not given and could close it sooner, such as the incident of a discovery. */
  readonly unknown: readonly string[];
  readonly provisional: boolean;
}

/** What a window counts from: the one event, or several by name. */
export type WindowEvents = InstantLike | { readonly [name: string]: InstantLike };

/**
 * Until when something may be done.
 *
 * @param events the event it counts from, or, if there are several, each by its name
 * @param options `asOf`: when it is done, or would be
 * @throws {HistoryError} if no way of being in time has all the events it counts from.
 */
export type Window = (
  events: WindowEvents,
  options?: { readonly asOf?: InstantLike | undefined },
) => WindowReading;

/** The zod schema of a policy's windows; their allowances are checked part by part. */
export const windowsSchema = once(() =>
  z.record(
    z.string(),
    strictObject({
      title: z.string().optional(),
      clause: z.string().optional(),
      anyOf: z
        .array(
          z
            .array(
              strictObject({
                from: z.string().optional(),
                of: z.string().optional(),
                within: z.record(z.string(), z.unknown(), "expected an allowance"),
                ifKnown: z.boolean().optional(),
              }),
            )
            .min(1, "expected at least one limit")
            .refine((limits) => limits.some(({ of, ifKnown }) => of === undefined && !ifKnown), {
              error:
                'expected a limit without "of" and "ifKnown"; without one the window never closes',
            }),
        )
        .min(1, "expected at least one way of being in time"),
      events: z.record(z.string(), wordList(), "expected lists by event").optional(),
      doneOn: wordList(),
      endsOn: wordList(),
      inclusive: z.boolean().optional(),
      due: z.enum(["same-time", "end-of-day"]).optional(),
    }),
  ),
);

const START = "start";

/** Makes a checked definition into a window that can be asked. */
export function compileWindow(
  id: string,
  definition: WindowDefinition,
  context: AllowanceContext,
): Window {
  const { due, inclusive = true } = definition;
  const choices = { tie: "close" as const, ...(due === undefined ? {} : { due }) };
  const ways = definition.anyOf.map((limits) =>
    limits.map(({ from = START, of, within, ifKnown = false }) => ({
      from,
      of,
      ifKnown,
      allowance: compileAllowance(within, choices, context),
    })),
  );
  const names = [
    ...new Set(ways.flat().flatMap(({ from, of }) => (of === undefined ? [from] : [from, of]))),
  ];
  const inTime = (ms: number, endMs: number) => (inclusive ? ms <= endMs : ms < endMs);
  return (events, options) => {
    const { asOf } = given(options);
    checkKeys(options, ["asOf"], `window "${id}"`);
    const instants = instantsOf(id, events, names);
    const known = ways.flatMap((limits) => endOfWay(limits, instants, inTime) ?? []);
    const open = known.filter(({ missed }) => !missed);
    const last = [...(open.length > 0 ? open : known)].sort((a, b) => b.atMs - a.atMs)[0];
    if (!last) {
      throw new HistoryError(
        "event-missing",
        `Window "${id}" counts from ${showNames(names)}; not enough of them were given to say when it closes.`,
        { window: id, needed: names, given: [...instants.keys()] },
      );
    }
    const asOfMs = asOf === undefined ? null : toEpochMs(asOf);
    const status = asOfMs === null ? null : statusOf(open, asOfMs, inTime);
    const closes = ({ atMs, zone }: WayEnd) => ({
      closesAt: DateTime.fromMillis(atMs, { zone }),
      closesAtMs: atMs,
    });
    const opensAtMs = Math.min(...known.map(({ fromMs }) => fromMs));
    return Object.freeze({
      title: definition.title ?? id,
      clause: definition.clause ?? null,
      ...closes(last),
      inclusive,
      opensAt: DateTime.fromMillis(opensAtMs, { zone: last.zone }),
      opensAtMs,
      status,
      isOpen: status && status === "open",
      ways: Object.freeze(open.map((way) => ({ from: way.from, ...closes(way) }))),
      unknown: last.unknown,
      provisional: last.provisional,
    });
  };
}

/** A limit, ready to be asked. */
interface Limit {
  readonly from: string;
  readonly of: string | undefined;
  readonly ifKnown: boolean;
  readonly allowance: Allowance;
}

/** One way of being in time, and when it ends. */
interface WayEnd {
  readonly from: readonly string[];
  /** When the last event that it counts from came. */
  readonly fromMs: number;
  readonly atMs: number;
  /** Whether an event came too late, so it was never open. */
  readonly missed: boolean;
  /** The events that were not given, of the limits that it holds without. */
  readonly unknown: readonly string[];
  readonly zone: Allowance["zone"];
  readonly provisional: boolean;
}

/** Where a window with these ways of being in time stands. */
function statusOf(
  ways: readonly WayEnd[],
  asOfMs: number,
  inTime: (ms: number, endMs: number) => boolean,
): WindowStatus {
  const left = ways.filter(({ atMs }) => inTime(asOfMs, atMs));
  if (left.some(({ fromMs }) => fromMs <= asOfMs)) return "open";
  return left.length > 0 ? "not-open-yet" : "closed";
}

/** When a way of being in time ends; undefined if not all the events it counts from are given. */
function endOfWay(
  limits: readonly Limit[],
  instants: ReadonlyMap<string, number>,
  inTime: (ms: number, endMs: number) => boolean,
): WayEnd | undefined {
  const ends = limits.flatMap(({ from, of, allowance }) => {
    const fromMs = instants.get(from);
    const ofMs = of === undefined ? null : instants.get(of);
    if (fromMs === undefined || ofMs === undefined) return [];
    const measure = allowance.from(fromMs);
    const atMs = measure.add(fromMs, measure.allowance);
    const missed = ofMs !== null && !inTime(ofMs, atMs);
    const provisional = measure.isProvisional(atMs);
    return [{ fromMs, atMs, missed, closes: ofMs === null, zone: allowance.zone, provisional }];
  });
  const isKnown = ({ from, of }: Limit) =>
    instants.has(from) && (of === undefined || instants.has(of));
  const without = limits.filter((limit) => !isKnown(limit));
  if (without.some(({ ifKnown }) => !ifKnown)) return undefined;
  const missed = ends.filter((end) => end.missed);
  const deciding = missed.length > 0 ? missed : ends.filter((end) => end.closes);
  const first = [...deciding].sort((a, b) => a.atMs - b.atMs)[0];
  const fromMs = Math.max(...ends.map((end) => end.fromMs));
  const unknown = without.flatMap(({ from, of }) => (of === undefined ? [from] : [from, of]));
  return (
    first && {
      ...first,
      from: limits.filter(isKnown).map(({ from }) => from),
      fromMs,
      unknown: Object.freeze([...new Set(unknown)].filter((name) => !instants.has(name))),
    }
  );
}

/** The instants given, by the names of the events that the window counts from. */
function instantsOf(
  id: string,
  events: WindowEvents,
  names: readonly string[],
): ReadonlyMap<string, number> {
  const isNamed = isByName(events, names);
  if (isNamed) checkKeys(events, names, `window "${id}"`, "an event");
  const byName: EventsByName = isNamed ? events : { [START]: events };
  return new Map(
    names.flatMap((name) => {
      const at = own(byName, name);
      return at === undefined ? [] : [[name, toEpochMs(at)] as const];
    }),
  );
}

type EventsByName = { readonly [name: string]: InstantLike };

function isByName(events: WindowEvents, names: readonly string[]): events is EventsByName {
  return (
    typeof events === "object" &&
    events !== null &&
    names.some((name) => Object.hasOwn(events, name))
  );
}
