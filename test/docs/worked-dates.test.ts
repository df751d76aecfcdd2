import { describe, expect, it } from "vitest";
import { SERVICES, type Sla } from "../../src";
import { type WorkedDate, workedDates } from "../../tools/pages/worked-dates";

/** What the library answers to the question of a worked date. */
function answer(sla: Sla, { from, ask }: WorkedDate): string | undefined {
  const { target = "", severity, milestone = "", step, window = "", event, recurrence = "" } = ask;
  const due = sla.targets[target]?.due(from, { severity });
  const steps = sla.milestones[milestone]?.(from) ?? [];
  const closes = sla.windows[window]?.(event === undefined ? from : { [event]: from }).closesAt;
  const next = sla.recurrences[recurrence]?.(from, { asOf: from }).nextDueAt ?? undefined;
  const at = due ?? steps.find(({ id }) => id === step)?.at ?? closes ?? next;
  return at?.toUTC().toISO({ suppressMilliseconds: true }) ?? undefined;
}

describe("the worked dates of the services' pages", () => {
  it("cover every service", () => {
    expect(Object.keys(workedDates())).toEqual(SERVICES.map(({ id }) => id));
  });

  describe.each(SERVICES)("$id", ({ id, define, example }) => {
    const sla = define(example);

    it.each(workedDates()[id] ?? [])("$clause from $from", (worked) => {
      expect(sla.clauses[worked.clause]).toBeDefined();
      expect(answer(sla, worked)).toBe(worked.until);
    });

    it("has one for every target, chain, window and recurrence", () => {
      const asked = (workedDates()[id] ?? []).flatMap(({ ask }) => [
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
