import { defineSla, type SlaReading } from "../../../src/index";
import { mon, office, tue, wed } from "../../reference/desk";

/** Two readings that have every part that a reading may have, between them. */

const { fix } = defineSla({
  id: "desk",
  calendars: { office },
  severities: ["1", "2", "3"],
  clauses: {
    "D-1": { document: "The paper", quotes: ["in 2 hours"], reading: "of the office" },
    "D-2": { document: "The paper", quotes: ["waits"] },
  },
  options: {
    hours: {
      title: "What an hour is",
      clauses: ["D-1"],
      default: "office",
      values: { office: { reading: "at the office" }, clock: { reading: "of the clock" } },
    },
  },
  targets: {
    fix: {
      title: "Time to fix",
      clause: "D-1",
      clausesFor: { pause: ["D-2"] },
      allowance: { hours: 2, calendar: "office" },
      runs: ["open"],
      pauses: ["waiting"],
      stops: ["done"],
      onReopen: "new-cycle",
      warnAt: [0.5],
      escalations: [{ id: "manager", title: "The manager", at: { share: 0.75 } }],
    },
  },
}).targets;

/**
 * A ticket that waits for an agreed date. Opened on Monday at 09:00, its two hours are over at 11:00; at 12:00 a
 * date is agreed, which takes the breach back, and from 13:00 on it waits.
 */
export const waiting: SlaReading = fix.track(
  [
    { at: mon("08:00"), state: "done" },
    { at: mon("09:00"), state: "open", severity: "2", fields: { group: "network" } },
    { at: mon("12:00"), dueAt: wed("12:00") },
    { at: mon("13:00"), state: "waiting" },
  ],
  { asOf: mon("14:00"), ticket: "T-1" },
);

/** A ticket in its second cycle, re-opened on Tuesday at 09:00: half of its two hours are used at 10:00. */
export const reopened: SlaReading = fix.track(
  [
    { at: mon("09:00"), state: "open", severity: "2" },
    { at: mon("10:00"), state: "done" },
    { at: tue("09:00"), state: "open" },
  ],
  { asOf: tue("09:15"), ticket: "T-2" },
);
