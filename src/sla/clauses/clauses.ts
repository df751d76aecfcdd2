import * as z from "zod";
import { once } from "../../input/once";
import { strictObject } from "../../input/schema";
import type { Chosen, OptionDefinition } from "./options";

/** A rule of a source document, as a policy registers it. */
export interface ClauseDefinition {
  /** The document, with its date. */
  readonly document: string;
  /** The words of the document. */
  readonly quotes: readonly string[];
  /** How the policy reads them. */
  readonly reading?: string;
  /** Whether the document leaves this unsaid, and the reading is inferred from something else it says. */
  readonly inferred?: boolean;
  /** The reason, if no program can act on the clause. */
  readonly notActedOn?: string;
}

/** A rule of a source document, with the reading that is taken and the alternatives. */
export interface Clause {
  readonly id: string;
  readonly document: string;
  readonly quotes: readonly string[];
  /** The reading taken; null if the words need no interpretation. */
  readonly reading: string | null;
  /** The other readings, each with the option and the value that choose it. */
  readonly alternatives: readonly {
    readonly option: string;
    readonly value: string;
    readonly reading: string;
  }[];
  readonly inferred: boolean;
  readonly notActedOn: string | null;
}

/** The clauses of a policy by id. */
export type ClauseRegister = Readonly<Record<string, Clause>>;

/** A clause that a policy names but has no register entry for. */
export function unregistered(id: string): Clause {
  return Object.freeze({
    id,
    document: "",
    quotes: Object.freeze([]),
    reading: null,
    alternatives: Object.freeze([]),
    inferred: false,
    notActedOn: null,
  });
}

/** The zod schema of a policy's clause register. */
export const clausesSchema = once(() =>
  z.record(
    z.string(),
    strictObject({
      document: z.string(),
      quotes: z.array(z.string()).min(1, "expected the words of the document"),
      reading: z.string().optional(),
      inferred: z.boolean().optional(),
      notActedOn: z.string().optional(),
    }),
  ),
);

/** The clauses of a policy, each with the reading that the chosen options give it. */
export function clausesOf(
  clauses: Readonly<Record<string, ClauseDefinition>>,
  options: Readonly<Record<string, OptionDefinition>>,
  chosen: Chosen,
): ClauseRegister {
  const readings = readingsByClause(options);
  const entries = Object.entries(clauses).map(([id, clause]): [string, Clause] => {
    const values = readings.get(id) ?? [];
    const taken = values.filter(({ option, value }) => chosen[option] === value);
    const reading = [clause.reading, ...taken.map(({ reading }) => reading)]
      .filter((text) => text !== undefined)
      .join("; ");
    return [
      id,
      Object.freeze({
        id,
        document: clause.document,
        quotes: clause.quotes,
        reading: reading === "" ? null : reading,
        alternatives: Object.freeze(
          values
            .filter(({ option, value }) => chosen[option] !== value)
            .map((each) => Object.freeze(each)),
        ),
        inferred: clause.inferred ?? false,
        notActedOn: clause.notActedOn ?? null,
      }),
    ];
  });
  return Object.freeze(Object.fromEntries(entries));
}

type Alternative = Clause["alternatives"][number];

/** Every reading of each option, grouped by the clauses that the option is about. */
function readingsByClause(
  options: Readonly<Record<string, OptionDefinition>>,
): ReadonlyMap<string, readonly Alternative[]> {
  const readings = new Map<string, Alternative[]>();
  for (const [option, { clauses = [], values }] of Object.entries(options)) {
    const own = Object.entries(values).map(([value, { reading }]) => ({ option, value, reading }));
    for (const id of new Set(clauses)) {
      const known = readings.get(id);
      if (known) known.push(...own);
      else readings.set(id, [...own]);
    }
  }
  return readings;
}
