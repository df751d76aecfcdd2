import type { Dialect } from "./dialects";

/** A query as common table expressions, of which the last is the answer. */
export interface Query {
  readonly steps: readonly Step[];
}

export interface Step {
  readonly name: string;
  /** What it holds, as a comment for whoever reads the statement. */
  readonly says?: string;
  readonly sql: string;
}

/** The query as one statement. */
export function selectOf(query: Query): string {
  return `${ctesOf(query)}\nSELECT * FROM ${resultOf(query)}`;
}

/** The statement that makes a table of the answer. */
export function createAs(table: string, query: Query, dialect: Dialect): string {
  return dialect.createAs(table, ctesOf(query), resultOf(query));
}

function ctesOf({ steps }: Query): string {
  const ctes = steps.map(({ name, says, sql }) => {
    const comment = says === undefined ? "" : `-- ${says}\n`;
    return `${comment}${name} AS (\n${indent(sql)}\n)`;
  });
  return `WITH ${ctes.join(",\n")}`;
}

function resultOf({ steps }: Query): string {
  // A query has at least one step.
  return (steps.at(-1) as Step).name;
}

export function indent(sql: string): string {
  return sql.replace(/^(?=.)/gm, "  ");
}
