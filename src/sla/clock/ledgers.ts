import type { Allowance, Measure } from "../allowance/measure";
import type { AtDue } from "./choices";
import type { Counting, Use } from "./state";

/** One allowance of a ledger, with the severity that has it. */
interface Entry {
  /** Null for an allowance that serves every severity. */
  readonly severity: string | null;
  readonly measure: Measure;
}

/** The total of a count, for all allowances that share a calendar and a way of counting. */
interface Ledger {
  /** The allowances, smallest first. */
  readonly entries: readonly Entry[];
  used: number;
  pausedFor: number;
  provisional: boolean;
  /** When each breached allowance was breached, smallest allowance first. */
  readonly breaches: number[];
}

/** The total of a ledger, as JSON. */
export type SavedLedger = Omit<Use, "breachedAtMs"> & { readonly breaches: readonly number[] };

const NOTHING: SavedLedger = { used: 0, pausedFor: 0, provisional: false, breaches: [] };

/** Where ledgers stood, to go back to. */
export type LedgerMark = readonly (Omit<Use, "breachedAtMs"> & { readonly breaches: number })[];

/**
 * The totals of a count by every allowance of a target, so any of them can come into force as if it had
 * been in force from the start. Time is measured once for each calendar, however many
 * severities share it.
 */
export class Ledgers {
  readonly #ledgers: readonly Ledger[];
  readonly #atDue: AtDue;
  /** By severity: its ledger, and its place there. */
  readonly #places = new Map<string | null, { readonly ledger: Ledger; readonly place: number }>();

  constructor(
    allowances: ReadonlyMap<string | null, Allowance>,
    fromMs: number,
    atDue: AtDue,
    saved?: readonly SavedLedger[],
  ) {
    this.#atDue = atDue;
    const byBasis = new Map<string, Entry[]>();
    for (const [severity, allowance] of allowances) {
      const entry = { severity, measure: allowance.from(fromMs) };
      const entries = byBasis.get(allowance.basis);
      if (entries) entries.push(entry);
      else byBasis.set(allowance.basis, [entry]);
    }
    this.#ledgers = [...byBasis.values()].map((entries, i) => {
      const { used, pausedFor, provisional, breaches } = saved?.[i] ?? NOTHING;
      const smallestFirst = entries.sort((a, b) => a.measure.allowance - b.measure.allowance);
      return { entries: smallestFirst, used, pausedFor, provisional, breaches: [...breaches] };
    });
    for (const ledger of this.#ledgers) {
      for (const [place, { severity }] of ledger.entries.entries()) {
        this.#places.set(severity, { ledger, place });
      }
    }
  }

  /**
   * The total by the allowance of a severity. Before the severity is known, it is the total by the first
   * allowance, and nothing is breached.
   */
  of(severity: string | null): Use {
    const found = this.#places.get(severity) ?? this.#places.get(null);
    const ledger = found?.ledger ?? this.#ledgers[0];
    if (!ledger) return { used: 0, pausedFor: 0, provisional: false, breachedAtMs: null };
    const { used, pausedFor, provisional, breaches } = ledger;
    const breachedAtMs = found ? (breaches[found.place] ?? null) : null;
    return { used, pausedFor, provisional, breachedAtMs };
  }

  /** Counts the time from one instant to another in every ledger. */
  use(counting: Counting, fromMs: number, toMs: number): void {
    for (const ledger of this.#ledgers) {
      // A ledger is made for at least one allowance.
      const { measure } = ledger.entries[0] as Entry;
      ledger.provisional ||= measure.isProvisional(toMs);
      const amount = measure.between(fromMs, toMs);
      if (counting === "paused") {
        ledger.pausedFor += amount;
      } else {
        this.#breach(ledger, amount, fromMs, toMs);
        ledger.used += amount;
      }
    }
  }

  /** Notes the allowances that a further amount breaches. */
  #breach({ entries, used, breaches }: Ledger, amount: number, fromMs: number, toMs: number): void {
    for (let place = breaches.length; place < entries.length; place++) {
      const { measure } = entries[place] as Entry; // The place is within the list.
      // A larger allowance never breaches before a smaller one.
      if (used + amount < measure.allowance) return;
      const dueAtMs = measure.add(fromMs, Math.max(0, measure.allowance - used));
      if (!isLate(toMs, dueAtMs, this.#atDue)) return;
      breaches.push(dueAtMs);
    }
  }

  mark(): LedgerMark {
    return this.#ledgers.map(({ used, pausedFor, provisional, breaches }) => ({
      used,
      pausedFor,
      provisional,
      breaches: breaches.length,
    }));
  }

  /** Goes back to a mark. */
  goBackTo(mark: LedgerMark): void {
    for (const [i, { used, pausedFor, provisional, breaches }] of mark.entries()) {
      const ledger = this.#ledgers[i] as Ledger; // A mark has one entry for each ledger.
      ledger.used = used;
      ledger.pausedFor = pausedFor;
      ledger.provisional = provisional;
      ledger.breaches.length = breaches;
    }
  }

  /** The totals, as of a mark. */
  saved(mark: LedgerMark): readonly SavedLedger[] {
    return mark.map((each, i) => ({
      ...each,
      breaches: (this.#ledgers[i] as Ledger).breaches.slice(0, each.breaches), // One for each.
    }));
  }
}

/** Whether a clock that runs to one instant has breached what was due at another. */
export function isLate(toMs: number, dueAtMs: number, atDue: AtDue): boolean {
  return atDue === "met" ? toMs > dueAtMs : toMs >= dueAtMs;
}
