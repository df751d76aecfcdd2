import { MINUTE_MS } from "../../src/timeline/units";
import { randomNumbers } from "../random";
import type { IncidentLog } from "./log";

/**
 * A log in the shape of the real one, the same in every run: as many incidents and updates, the same
 * columns, states and priorities, and its oddities: pauses, re-openings, changed priorities, rows that
 * run backwards in time, and five rows whose state is -100.
 */

const INCIDENTS = 24_918;
const UPDATES = 141_712;
/** The incidents are opened within these minutes, like most of the real ones. */
const OPENED_WITHIN = 150_000;
const FIRST_MS = Date.UTC(2016, 1, 29);
/** London's clocks skip from the first of these to the second, as wall times. */
const [GAP_MS, AFTER_GAP_MS] = [Date.UTC(2016, 2, 27, 1), Date.UTC(2016, 2, 27, 2)];

const COLUMNS = [
  ...["number", "incident_state", "active", "reassignment_count", "reopen_count", "sys_mod_count"],
  ...["made_sla", "caller_id", "opened_by", "opened_at", "sys_created_by", "sys_created_at"],
  ...["sys_updated_by", "sys_updated_at", "contact_type", "location", "category", "subcategory"],
  ...["u_symptom", "cmdb_ci", "impact", "urgency", "priority", "assignment_group", "assigned_to"],
  ...["knowledge", "u_priority_confirmation", "notify", "problem_id", "rfc", "vendor", "caused_by"],
  ...["closed_code", "resolved_by", "resolved_at", "closed_at"],
];

const PRIORITIES = ["1 - Critical", "2 - High", "3 - Moderate", "4 - Low"];

interface Update {
  readonly state: string;
  /** The wall time in London, written as if it were UTC. */
  readonly wallMs: number;
  readonly priority: string;
}

interface Incident {
  readonly number: string;
  readonly openedMs: number;
  readonly updates: readonly Update[];
}

const at = (month: number, day: number, hour: number, minute: number) =>
  Date.UTC(2016, month - 1, day, hour, minute);

/** Two incidents of the real log, whose verdicts the tests work out by hand. */
const KNOWN: readonly Incident[] = [
  {
    number: "INC0000045",
    openedMs: at(2, 29, 1, 16),
    updates: [
      moderate("New", at(2, 29, 1, 23)),
      moderate("Resolved", at(2, 29, 8, 53)),
      moderate("Resolved", at(2, 29, 11, 29)),
      moderate("Closed", at(3, 5, 12, 0)),
    ],
  },
  {
    // Its rows run backwards in time.
    number: "INC0000137",
    openedMs: at(2, 29, 9, 48),
    updates: [
      moderate("New", at(2, 29, 11, 10)),
      moderate("New", at(2, 29, 9, 52)),
      moderate("Resolved", at(2, 29, 11, 3)),
      moderate("Closed", at(3, 5, 12, 0)),
    ],
  },
];

function moderate(state: string, wallMs: number): Update {
  return { state, wallMs, priority: "3 - Moderate" };
}

export function madeUpLog(): IncidentLog {
  const random = randomNumbers(20_160_229);
  const rest = INCIDENTS - KNOWN.length;
  const left = UPDATES - KNOWN.flatMap(({ updates }) => updates).length;
  const openings = Array.from({ length: rest }, () => Math.floor(random() * OPENED_WITHIN));
  const incidents = openings
    .toSorted((a, b) => a - b)
    .map((minute, i) => {
      const [first = 0, next = 0] = [i, i + 1].map((n) => Math.floor((n * left) / rest));
      return incident(`INC${1_000_000 + i}`, FIRST_MS + minute * MINUTE_MS, next - first, random);
    });
  const lines = [...KNOWN, ...incidents].flatMap(linesOf);
  // Five rows within incidents: the first one at or after every twenty thousandth line.
  const linesWithoutState: number[] = [];
  const csv = [COLUMNS.join(","), ...lines].map((line, i) => {
    const isWithin = line.includes(",Active,");
    if (!isWithin || linesWithoutState.length === 5) return line;
    if (i < 20_000 * (linesWithoutState.length + 1)) return line;
    linesWithoutState.push(i + 1);
    return line.replace(",Active,", ",-100,");
  });
  return {
    source: "a made-up log in the shape of a real one",
    csv: `${csv.join("\n")}\n`,
    linesWithoutState,
  };
}

/** New, then some work, then Resolved and Closed; each within days of the one before. */
function incident(number: string, openedMs: number, count: number, random: () => number): Incident {
  let wallMs = notInGap(openedMs);
  let priority = pick(random, [2, 5, 113, 5]);
  const updates = Array.from({ length: count }, (_, i): Update => {
    const minutes = i === 0 ? random() * 20 : random() ** 3 * 6_000;
    wallMs = notInGap(wallMs + Math.floor(minutes) * MINUTE_MS);
    if (random() < 0.004) priority = pick(random, [1, 1, 1, 1]);
    const state = ["Closed", "Resolved"][count - 1 - i] ?? stateOf(i, random);
    return { state, wallMs, priority: PRIORITIES[priority] ?? "" };
  });
  return { number, openedMs: notInGap(openedMs), updates };
}

const GOING = [
  ...["Active", "New", "Awaiting User Info", "Resolved"],
  ...["Awaiting Vendor", "Awaiting Problem", "Awaiting Evidence"],
];

function stateOf(i: number, random: () => number): string {
  return i === 0 ? "New" : (GOING[pick(random, [600, 200, 150, 20, 12, 8, 2])] ?? "Active");
}

/** Draws an index with the given weights. */
function pick(random: () => number, weights: readonly number[]): number {
  const drawn = random() * weights.reduce((sum, weight) => sum + weight, 0);
  let passed = 0;
  return weights.findIndex((weight) => {
    passed += weight;
    return drawn < passed;
  });
}

function notInGap(wallMs: number): number {
  return GAP_MS <= wallMs && wallMs < AFTER_GAP_MS ? AFTER_GAP_MS : wallMs;
}

function linesOf({ number, openedMs, updates }: Incident): string[] {
  const [opened, last] = [wallText(openedMs), updates.at(-1)];
  const resolved = updates.findLast(({ state }) => state === "Resolved");
  return updates.map(({ state, wallMs, priority }, i) => {
    const cells: Readonly<Record<string, string | number>> = {
      number,
      incident_state: state,
      active: String(state !== "Closed"),
      sys_mod_count: i,
      opened_at: opened,
      sys_created_at: wallText(updates[0]?.wallMs ?? openedMs),
      sys_updated_at: wallText(wallMs),
      contact_type: "Phone",
      priority,
      notify: "Do Not Notify",
      resolved_at: resolved === undefined ? "?" : wallText(resolved.wallMs),
      closed_at: last === undefined ? "?" : wallText(last.wallMs),
    };
    return COLUMNS.map((column) => cells[column] ?? "?").join(",");
  });
}

/** "29/2/2016 01:23". */
function wallText(wallMs: number): string {
  const [date = "", time = ""] = new Date(wallMs).toISOString().split("T");
  const [year, month, day] = date.split("-").map(Number);
  return `${day}/${month}/${year} ${time.slice(0, 5)}`;
}
