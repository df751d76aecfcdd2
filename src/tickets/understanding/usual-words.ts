import { plainName, withoutAccents } from "../../words/plain-name";
import type { Doing } from "../log/mapping";

/** What states with these names do, in nearly every tool; without case and punctuation. */
const STATES: Readonly<Record<Doing, readonly string[]>> = {
  runs: [
    ...["new", "open", "opened", "active", "assigned", "reassigned", "inprogress", "todo"],
    ...["backlog", "accepted", "queued", "acknowledged", "reopened", "reopen", "working"],
    ...["investigating", "underinvestigation", "processing", "processingassigned"],
    ...["processingplanned", "started", "escalated", "awaitingassignment", "waitingforsupport"],
    ...["submitted", "registered", "logged", "triage"],
    ...["nouveau", "nouvelle", "ouvert", "encours", "encoursattribue", "encoursplanifie"],
  ],
  responds: ["responded", "firstresponse"],
  pauses: ["hold", "held", "suspended", "paused", "stalled", "enattente", "suspendu"],
  stops: [
    ...["resolved", "closed", "done", "solved", "fixed", "complete", "completed", "finished"],
    ...["fulfilled", "resolution", "closure", "unmatched"],
    ...["resolu", "clos", "ferme", "cloture", "termine"],
  ],
  cancels: ["cancelled", "withdrawn", "void", "voided", "deleted", "annule"],
};

/** How the names of other states begin, what those states do, and the words that rule this out. */
const BEGINNINGS: readonly (readonly [pattern: RegExp, does: Doing, unless: RegExp])[] = [
  [
    /^(?:onhold|pending|awaiting|waiting|wait)/,
    "pauses",
    // Somebody waits for the desk itself, or the work is done.
    /agent|support|engineer|helpdesk|servicedesk|technician|assign|triag|dispatch|team|tier|staff|internal|developer|reopen|clos|resol|complet|cancel/,
  ],
  [/^cancel/, "cancels", /request|pending|await|reject|propos/],
  [/^(?:closed|resolved)/, "stops", /reopen|pending|await|reject|wait/],
];

const BY_NAME = new Map(
  Object.entries(STATES).flatMap(([does, names]) => names.map((name) => [name, does])),
);

/** What a state does by its name; undefined if the name does not say it. */
export function usualDoing(state: string): Doing | undefined {
  const name = plainName(withoutAccents(state));
  for (const does of Object.keys(STATES)) {
    if (BY_NAME.get(name) === does && isDoing(does)) return does;
  }
  return BEGINNINGS.find(([pattern, , unless]) => pattern.test(name) && !unless.test(name))?.[1];
}

function isDoing(text: string): text is Doing {
  return text in STATES;
}

const RANKS: Readonly<Record<string, number>> = {
  ...{ critical: 1, urgent: 1, highest: 1, blocker: 1, emergency: 1 },
  ...{ high: 2, medium: 3, moderate: 3, normal: 3, low: 4, minor: 4 },
  ...{ critique: 1, urgente: 1, eleve: 2, elevee: 2, haute: 2, modere: 3, moderee: 3 },
  ...{ moyen: 3, moyenne: 3, normale: 3, faible: 4, basse: 4, tresbasse: 5, planification: 5 },
  ...{ lowest: 5, planning: 5, trivial: 5, verylow: 5 },
};

/** The place of a severity: by its number, or else by its name; 1 is the most urgent. */
export function usualRank(severity: string): number | undefined {
  const [, digit] =
    /^(?:p|s|sev|severity|priority|prio|level)?[\s\-_.]*(\d)(?!\d)/i.exec(severity) ?? [];
  if (digit !== undefined && digit !== "0") return Number(digit);
  const name = plainName(withoutAccents(severity));
  return Object.hasOwn(RANKS, name) ? RANKS[name] : undefined;
}
