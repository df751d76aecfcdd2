import { describe, expect, it } from "vitest";
import { type HistoryEvent, SERVICES, type Sla } from "../../src";
import { type WorkedDate, workedDates } from "../../tools/pages/worked-dates";

/** What the library answers to the question of a worked date. */
function answer(sla: Sla, { from, ask }: WorkedDate): string | undefined {
  const { target = "", severity, milestone = "", step, window = "", event, recurrence = "" } = ask;
  if (ask.availability !== undefined) return lossOf(sla, ask);
  if (ask.history !== undefined) return ofHistory(sla, ask, ask.history);
  const due = sla.targets[target]?.due(from, { severity });
  const steps = sla.milestones[milestone]?.(from) ?? [];
  const events = ask.events ?? (event === undefined ? from : { [event]: from });
  const closes = sla.windows[window]?.(events).closesAt;
  const next = sla.recurrences[recurrence]?.(from, { asOf: from }).nextDueAt ?? undefined;
  const at = due ?? steps.find(({ id }) => id === step)?.at ?? closes ?? next;
  return at?.toUTC().toISO({ suppressMilliseconds: true }) ?? undefined;
}

/** How much a month may lose. */
function lossOf(sla: Sla, { availability = "", month = "" }: WorkedDate["ask"]) {
  const reading = sla.availability[availability]?.({ month, outages: [] });
  return reading && `PT${reading.allowance.as("minutes")}M`;
}

/** When a ticket is due as its last event has come, or by when an event of a rule of order must come. */
function ofHistory(
  sla: Sla,
  { target = "", order }: WorkedDate["ask"],
  history: readonly HistoryEvent[],
) {
  const asOf = history.at(-1)?.at ?? 0;
  const at =
    order === undefined
      ? sla.targets[target]?.track(history, { asOf }).dueAt
      : sla.lifecycle(history, { asOf }).order.find(({ id }) => id === order)?.deadline;
  return at?.toUTC().toISO({ suppressMilliseconds: true }) ?? undefined;
}

/** The clauses that promise something by a time. The rest promise an order, a form or a person to ask. */
const TIMED: Readonly<Record<string, readonly string[]>> = {
  nhsmail: [
    ...["NM-01", "NM-04", "NM-06", "NM-07", "NM-08", "NM-11", "NM-13", "NM-14", "NM-15"],
    ...["NM-16", "NM-17", "NM-18"],
  ],
  "nhs-login": [
    ...["1", "2", "3", "4", "5"].flatMap((each) => [`NL-SEV${each}`, `NL-PRB${each}`]),
    ...["NL-06", "NL-07", "NL-08", "NL-10", "NL-11", "NL-13", "NL-15", "NL-17"],
  ],
  gpsoc: ["GP-01", "GP-02", "GP-04", "GP-05", "GP-07", "GP-09"],
  "patient-access": ["PA-01", "PA-02", "PA-03", "PA-04", "PA-05", "PA-07"],
};

describe("the worked dates of the services' pages", () => {
  describe.each(SERVICES)("$id", ({ id, define, example }) => {
    const sla = define(example);

    it.each(workedDates(id))("$clause from $from", (worked) => {
      expect(sla.clauses[worked.clause]).toBeDefined();
      expect(answer(sla, worked)).toBe(worked.answer);
    });

    it("has one for every clause with a time", () => {
      const worked = new Set(workedDates(id).map(({ clause }) => clause));
      expect([...worked].toSorted()).toEqual([...(TIMED[id] ?? [])].toSorted());
    });

    it("has one for every step of a chain", () => {
      const steps = Object.values(sla.toJSON().milestones ?? {}).flatMap(({ steps }) => steps);
      const asked = workedDates(id).map(({ ask }) => ask.step);
      expect(steps.filter(({ id: step }) => !asked.includes(step))).toEqual([]);
    });

    it("has one for every target, chain, window and recurrence", () => {
      const asked = workedDates(id).flatMap(({ ask }) => [
        ask.target,
        ask.milestone,
        ask.window,
        ask.recurrence,
      ]);
      const parts = [sla.targets, sla.milestones, sla.windows, sla.recurrences];
      const all = parts.flatMap((part) => Object.keys(part));
      expect(all.filter((name) => !asked.includes(name))).toEqual([]);
    });
  });
});
