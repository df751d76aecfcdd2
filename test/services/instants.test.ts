import type { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { SERVICES, type Sla } from "../../src";
import type { WorkedDate } from "../../tools/pages/worked-dates";
import instants from "../data/instants/instants.json";

/** A question that the documents answer, and the instants of the answer. `work-out.py` says how they were found. */
interface Worked {
  readonly service: string;
  readonly clause: string;
  readonly options: object;
  readonly ask: Omit<WorkedDate["ask"], "event" | "order"> & {
    readonly from?: string;
    readonly done?: readonly string[];
    readonly asOf?: string;
  };
  /** An instant or several, or a length in minutes. */
  readonly expected: unknown;
}

const utc = (at: DateTime | null | undefined) =>
  at?.toUTC().toISO({ suppressMilliseconds: true }) ?? null;

function answer(sla: Sla, ask: Worked["ask"]): unknown {
  const { target = "", milestone = "", window = "", recurrence = "", availability = "" } = ask;
  const { from = "", severity, asOf = "", done = [], month = "" } = ask;
  const loss = sla.availability[availability]?.({ month, outages: [] });
  if (loss) return `${loss.allowance.as("minutes")} min`;
  const promise = sla.targets[target];
  if (promise && ask.history) return utc(promise.track(ask.history, { asOf }).dueAt);
  if (promise) return utc(promise.due(from, { severity }));
  const steps = sla.milestones[milestone]?.(from);
  if (steps) return utc(steps.find(({ id }) => id === ask.step)?.at);
  const limit = sla.windows[window]?.(ask.events ?? from);
  if (limit) return utc(limit.closesAt);
  const repeated = sla.recurrences[recurrence]?.(from, { asOf, done: [...done] });
  return [
    ...(repeated?.occurrences ?? []).map(({ dueAt }) => utc(dueAt)),
    utc(repeated?.nextDueAt),
  ];
}

describe.each(SERVICES)("the instants of $id, worked out minute by minute", ({ id, define }) => {
  const cases: readonly Worked[] = instants;
  const own = cases.filter(({ service }) => service === id);

  it.each(own)("$clause with $options: $ask", ({ options, ask, expected }) => {
    const found = answer(define(options), ask);
    if (!Array.isArray(expected)) expect(found).toEqual(expected);
    // A repeated promise is due once more, after those that were asked for.
    else expect(Array.isArray(found) && found.slice(0, expected.length)).toEqual(expected);
  });

  it("are of every part of the policy that counts time", () => {
    const asked = own.flatMap(({ ask }) => [ask.target, ask.milestone, ask.window, ask.recurrence]);
    const { targets, milestones, windows, recurrences } = define();
    const counted = Object.values(targets).filter(({ promises }) =>
      promises.some(({ allowance }) => allowance !== "agreed"),
    );
    const parts = [...counted.map((target) => target.id)].concat(
      ...[milestones, windows, recurrences].map((part) => Object.keys(part)),
    );
    expect(parts.filter((name) => !asked.includes(name))).toEqual([]);
  });
});
