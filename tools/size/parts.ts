/** A kilobyte: a thousand bytes, as networks and bundlers count. */
export const KB = 1_000;

/** A part of the package that a page imports, and how many kB gzipped it may cost at most. */
export interface Part {
  readonly name: string;
  /** The code with which the page imports it. */
  readonly code: string;
  /** Without Luxon and zod, as esbuild bundles it. */
  readonly own: number;
  /** Whole, with Luxon and zod, as esbuild and Rollup bundle it. */
  readonly whole: number;
}

/** Budgets are a little above the measured sizes; they fall when the code shrinks. */
export const PARTS: readonly Part[] = [
  {
    name: "`core-hours/timeline`, the engine alone",
    code: 'export * from "./dist/timeline.js";',
    own: 4,
    whole: 4,
  },
  {
    name: "`core-hours/live`, a page that counts down",
    code: 'export * from "./dist/live.js";',
    own: 3,
    whole: 3,
  },
  {
    name: "`CoreHoursError`",
    code: 'export { CoreHoursError } from "./dist/index.js";',
    own: 1,
    whole: 1,
  },
  {
    name: "`defineCalendar`",
    code: 'export { defineCalendar } from "./dist/index.js";',
    own: 31,
    whole: 80,
  },
  {
    name: "`defineSla`",
    code: 'export { defineSla } from "./dist/index.js";',
    own: 72,
    whole: 121,
  },
  {
    name: "`nhsmail`",
    code: 'export { nhsmail } from "./dist/nhs.js";',
    own: 76,
    whole: 125,
  },
  {
    name: "`nhsmail` of `core-hours/nhs/lean`, without the words of its clauses",
    code: 'export { nhsmail } from "./dist/nhs-lean.js";',
    own: 74,
    whole: 123,
  },
  {
    name: "everything",
    code: 'export * from "./dist/index.js"; export * from "./dist/nhs.js";',
    own: 104,
    whole: 153,
  },
];

/** How much of the whole the JSON files of `calendars` may take, in kB gzipped. */
export const DATA_BUDGET = 19;
/** How much the command `core-hours` may take, in kB gzipped. */
export const COMMAND_BUDGET = 420;

/** How much the whole page `core-hours.html` may take, in kB on disk. */
export const PAGE_BUDGET = 600;

/** The budgets, as docs/comparison.md gives them. */
export function sizesTable(): string {
  const rows = PARTS.map(({ name, own, whole }) => `| ${name} | ${own} kB | ${whole} kB |`);
  return [
    "| a page that imports | ours | with Luxon and zod |",
    "| --- | --- | --- |",
    ...rows,
  ].join("\n");
}
