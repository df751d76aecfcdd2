import { defineSla, type TicketClock } from "../../dist/index.js";
import { POLICY } from "../incident-log";
import { MINUTE_MS } from "../inputs";
import { median } from "../measure";
import { duration, type Section } from "../report";

const STATES = ["New", "Active", "Awaiting User Info", "Active", "Resolved"];
const FROM_MS = Date.UTC(2016, 0, 4, 9);
const FEW = 10_000;
const MANY = 1_000_000;

/** Measures whether a clock that takes many events of one ticket takes the last as fast as the first. */
export function following(runs: number): Section {
  const { resolution } = defineSla(POLICY).targets;
  const timed = (events: number): number => {
    const clock = resolution.follow();
    const startedAt = performance.now();
    for (let i = 0; i < events; i++) take(clock, i);
    return ((performance.now() - startedAt) * 1e6) / events;
  };
  const runsOf = (events: number) => median(Array.from({ length: runs }, () => timed(events)));
  const [few, many] = [runsOf(FEW), runsOf(MANY)];
  const perSecond = 1e9 / many;
  return {
    title: "Following one ticket",
    text: [
      "One clock of `target.follow()` that takes one event after the other, a minute apart; the ticket waits, goes on, is resolved and re-opened.",
    ],
    tables: [
      {
        head: ["events", "each event"],
        rows: [
          [FEW.toLocaleString("en-GB"), duration(few)],
          [MANY.toLocaleString("en-GB"), duration(many)],
        ],
      },
    ],
    goals: [
      {
        what: "follow, events a second, a million events of one ticket",
        goal: "≥ 100,000",
        measured: Math.round(perSecond).toLocaleString("en-GB"),
        isMet: perSecond >= 100_000,
      },
      {
        what: "each of a million events, to each of 10,000",
        goal: "≤ 1.3 ×",
        measured: `${(many / few).toFixed(2)} ×`,
        isMet: many / few <= 1.3,
      },
    ],
  };
}

function take(clock: TicketClock, i: number): void {
  const state = STATES[i % STATES.length];
  const at = FROM_MS + i * MINUTE_MS;
  clock.take(state === undefined ? { at, severity: "3" } : { at, state, severity: "3" });
}
