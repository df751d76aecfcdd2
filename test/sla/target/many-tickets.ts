import { vi } from "vitest";
import { defineSla, type Sla } from "../../../src/index";
import { always, deskTarget, mon, office, tue } from "../../reference/desk";

export const ms = (at: string) => Date.parse(at);
/** The last instant that a date can hold. */
export const LAST = 8.64e15;

export const states = { runs: ["open"], pauses: ["waiting"], stops: ["done"] };
export const policy = {
  id: "desk",
  calendars: { office, always },
  severities: ["1", "2", "3"],
  targets: {
    fix: {
      allowance: { "1": { hours: 2, calendar: "always" }, "2": { hours: 8, calendar: "always" } },
      ...states,
    },
    reply: { allowance: { hours: 1, calendar: "office" }, ...states },
  },
} as const;

/** A policy of two targets, and the first of them alone. */
export const sla: Sla = defineSla(policy);
export const fix = deskTarget(
  { allowance: policy.targets.fix.allowance },
  { severities: ["1", "2", "3"] },
);

export const asOf = tue("09:00");
export const open = { at: ms(mon("09:00")), state: "open", severity: "1" };
export const done = { at: ms(mon("10:00")), state: "done" };

/** How often something puts a list in order, which only a history that is not read in place needs. */
export function sorts(act: () => unknown): number {
  act(); // The first time, a policy makes what it keeps.
  const sort = vi.spyOn(Array.prototype, "sort").mockClear();
  act();
  return sort.mock.calls.length;
}
