/** A floor or a room of `src`: what is in it, and which neighbours it may know. */
interface Room {
  readonly says: string;
  /** The rooms of its own floor that it may know. */
  readonly knows?: readonly string[];
}

/** The floors of the library from the ground up: each may know itself and those before it. */
export const LIBRARY = {
  timeline: { says: "the engine: epoch milliseconds in, epoch milliseconds out; imports nothing" },
  live: {
    says: "a snapshot of a reading, read at any instant in a page; the entry `core-hours/live`",
  },
  input: { says: "what every door does with its input: showing it in a message, JSON, options" },
  time: { says: "dates, instants, exact amounts, zones, periods such as `08:00-18:00`" },
  calendar: { says: "working calendars: define, compile, ask, combine" },
  sla: { says: "policies, targets, clocks, readings" },
  services: {
    says: "the four services and the one list of them; the entries `core-hours/nhs` and `core-hours/nhs/lean`",
  },
  "nhs-names": { says: "the services' names at the root of the package, until 1.0" },
  index: { says: "the public face: what `core-hours` exports, in groups" },
} as const satisfies Readonly<Record<string, Room>>;

/** The one file that every room may import, the application's too: the lengths of a minute, an hour and a day. */
export const COMMON = "timeline/units";

/** Separate entries: they may know the library, and no floor of the library needs them. */
export const ENTRIES = {
  interchange: {
    says: "tickets from Jira, ServiceNow and Zendesk; opening hours from and to OpenStreetMap and schema.org; closures out of an .ics",
  },
  testing: { says: "the laws of calendars and policies, and arbitraries for fast-check" },
} as const satisfies Readonly<Record<string, Room>>;

/** The rooms above the public face, from the lowest up: each may know it and the rooms before. */
export const APPLICATION = {
  sql: { says: "the same readings where tickets lie in a database: tables and statements" },
  words: { says: "instants, amounts and sentences as people read them" },
  tickets: { says: "from the bytes of a file to judged tickets" },
  picture: { says: "a ticket's life, a month of tickets and a calendar as SVG or text" },
  report: { says: "what a report says, and each format that says it" },
  cli: { says: "the command `core-hours`: arguments, files, terminal; the only Node in `src`" },
  page: {
    says: "the page `core-hours.html`: the same rooms behind a browser; the only DOM in `src`",
  },
} as const satisfies Readonly<Record<string, Room>>;

/** The rooms inside a floor, and which of its neighbours each may know. */
export const ROOMS: Readonly<Record<string, Required<Room>>> = {
  "calendar/days": { says: "counting civil days and working days", knows: [] },
  "calendar/definition": { says: "what a definition may say, and how it is checked", knows: [] },
  "calendar/holidays": {
    says: "bank holidays: those shipped, and newer ones over them",
    knows: ["calendar/definition"],
  },
  "calendar/hours": {
    says: "which hours a date has and why; the open periods, as instants",
    knows: ["calendar/definition", "calendar/holidays"],
  },
  "sla/clauses": { says: "clauses and options of a policy", knows: [] },
  "sla/allowance": { says: "amounts bound to a start: the measures a clock counts by", knows: [] },
  "sla/clock": {
    says: "one ticket's clock, its choices, its saved state, its events",
    knows: ["sla/allowance"],
  },
  "sla/reading": {
    says: "where a clock stands, in numbers and in words",
    knows: ["sla/allowance", "sla/clock", "sla/clauses"],
  },
  "sla/target": {
    says: "a promise that can be asked: one ticket, many, a stream, as it happens",
    knows: ["sla/allowance", "sla/clock", "sla/clauses", "sla/reading"],
  },
  "sla/building-blocks": {
    says: "milestones, windows, recurrences, eligibility, availability",
    knows: ["sla/allowance", "sla/clock", "sla/reading"],
  },
  "sla/lifecycle": {
    says: "how the states of a ticket follow each other, and what must come before what",
    knows: ["sla/building-blocks", "sla/clock", "sla/reading"],
  },
  "sla/obligations": {
    says: "everything that a ticket has begun, in order of time",
    knows: ["sla/building-blocks", "sla/clock", "sla/reading", "sla/target"],
  },
  "sla/policy": {
    says: "what a policy may say, and how it is checked",
    knows: [
      "sla/allowance",
      "sla/building-blocks",
      "sla/clauses",
      "sla/clock",
      "sla/lifecycle",
      "sla/target",
    ],
  },
  "sla/desk": {
    says: "several policies, of which each ticket has one",
    knows: ["sla/clock", "sla/policy", "sla/target"],
  },
  "sql/readings": { says: "the statement of the readings, step by step", knows: [] },
  "tickets/columns": { says: "numbers of a long log in little room", knows: [] },
  "tickets/log": { says: "from bytes to a log of tickets", knows: ["tickets/columns"] },
  "tickets/understanding": {
    says: "what a file without a mapping is taken for, and what to ask",
    knows: ["tickets/log"],
  },
  "tickets/verdicts": {
    says: "from a log to judged rows",
    knows: ["tickets/columns", "tickets/log"],
  },
  "tickets/claims": {
    says: "judged rows against another tool's verdicts, and the readings that explain the differences",
    knows: ["tickets/log", "tickets/verdicts"],
  },
  "picture/time": { says: "the axis of time: spans, days, clock changes", knows: [] },
  "picture/parts": { says: "what pictures are made of", knows: ["picture/time"] },
  "picture/ticket": { says: "a ticket's life", knows: ["picture/parts", "picture/time"] },
  "picture/calendar": { says: "a calendar's months, as text", knows: [] },
  "picture/log": {
    says: "a whole log: in which weeks and at which hours its breaches happened",
    knows: ["picture/parts"],
  },
  "picture/month": {
    says: "a month of tickets",
    knows: ["picture/parts", "picture/time", "picture/ticket"],
  },
  "report/model": { says: "what a report says", knows: [] },
  "report/formats": { says: "each format of a report", knows: ["report/model"] },
  "page/wire": { says: "what the page and the desk behind it say to each other", knows: [] },
  "page/desk": {
    says: "the desk: reads, judges, lists and prints, in a worker and without the DOM",
    knows: ["page/wire"],
  },
  "page/view": { says: "what is seen: steps, forms, lists, pictures", knows: ["page/wire"] },
};
