import { CHOICES, DAY_CHOICES } from "../../src/sla/clock/choices";
import { reference } from "./annotate";
import { NAMING } from "./calendar-help";
import type { JsonSchema } from "./json";

type Table = Readonly<Record<string, JsonSchema>>;

const says = (description: string, more: JsonSchema = {}): JsonSchema => ({ description, ...more });

/** The same notes for a part that lies deeper. */
function at(path: string, table: Table): Table {
  return Object.fromEntries(Object.entries(table).map(([key, note]) => [`${path}.${key}`, note]));
}

const TITLE = says("What it is called in full.");
const CLAUSE = says(
  "The clause of the source that it comes from; one of the policy's clauses, where it lists them.",
);
const CALENDAR = says("The name of a calendar of the policy.");
const CUTOFF = says(
  "A start at or after this time counts as received on the next working day; of hours, at its opening.",
  {
    examples: ["17:00"],
  },
);

/** What each choice decides, and what its values mean, from the table that the clock reads. */
const choices: Table = Object.fromEntries(
  Object.entries(CHOICES).map(([name, { says: what, values }]) => {
    const meanings = Object.entries(values).map(
      ([value, meaning], i) => `${value}${i === 0 ? " (default)" : ""}: ${meaning}.`,
    );
    return [name, says(`${sentence(what)}: ${meanings.join(" ")}`)];
  }),
);

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

const OFFSET: Table = {
  hours: says("Hours of the calendar."),
  minutes: says("Minutes of the calendar."),
  workingDays: says("Working days of the calendar, to the same time of day."),
  calendarDays: says("Days of every kind, to the same time of day."),
  calendar: says(
    "A calendar of the policy; the one that the allowance is counted on if not said, or all time.",
  ),
};

const targets: Table = at("targets.*", {
  title: TITLE,
  clause: says("The clause that it comes from: one for all, or one by severity."),
  allowance: says(
    'How long may be used: one amount, or one by severity, such as { "1": {...}, "2": {...} }.',
  ),
  clausesFor: says(
    "Further clauses that have a say: always, or in a ticket that was paused, re-opened or regraded.",
  ),
  "clausesFor.always": says("The clauses that have a say in every verdict."),
  "clausesFor.pause": says("The clauses that have a say in a ticket that was paused."),
  "clausesFor.reopen": says(
    "The clauses that have a say in a ticket that was re-opened after a stop.",
  ),
  "clausesFor.severityChange": says(
    "The clauses that have a say in a ticket whose severity changed.",
  ),
  when: says(
    'The fields of the tickets that it applies to, such as { "type": ["incident"] }; to others it is not applicable.',
  ),
  reopenWithin: says(
    "How long after a stop a ticket may be re-opened; onLateReopen says what a later re-opening does.",
  ),
  pauseLimit: says(
    "How long a ticket may be paused, in all its pauses since the start or the last restart; time paused beyond that counts.",
  ),
  unstated: says(
    "Why there is no allowance, and who has one; an empty allowance needs it, and errors say it.",
  ),
  runs: says("The states of a ticket in which the clock runs; the first to come starts it."),
  pauses: says("The states in which it pauses."),
  stops: says("The states in which it stops, and the target is met or missed."),
  cancels: says("The states in which there is no longer anything to meet."),
  warnAt: says("Shares of the allowance at which to warn, above 0 and up to 1.", {
    examples: [[0.75, 0.9]],
  }),
  escalations: says("Instants at which somebody is to be told, before and after it is due.", {
    examples: [[{ id: "manager", at: { share: 0.75 } }, { at: { after: { hours: 1 } } }]],
  }),
  "escalations[].id": says(
    'What it is called; if not said, when it is due in words, such as "30 min before".',
  ),
  "escalations[].title": TITLE,
  "escalations[].severities": says("The severities that it is for; all if not said."),
  "escalations[].at": says(
    "When it is due: exactly one of a share used, a time before the due instant, or a time after it.",
  ),
  "escalations[].at.share": says("A share of the allowance, which may be above 1."),
  "escalations[].at.before": says("How long before the due instant."),
  "escalations[].at.after": says("How long after the due instant."),
  ...at("escalations[].at.before", OFFSET),
  ...at("escalations[].at.after", OFFSET),
  ...choices,
});

const BOUNDS: Table = {
  startsOn: says("The states of a ticket, and the facts given beside it, that begin it."),
  endsOn: says("The states and facts that end it: nothing more is due from then on."),
  cancelsOn: says("The states and facts that call it off: its later instants do not come."),
};
const DONE_ON = says("The states and facts by which it is done.");

const milestones: Table = at("milestones.*", {
  title: TITLE,
  clause: CLAUSE,
  ...BOUNDS,
  "steps[].doneOn": says(
    "The states and facts that say it has been done; without them it happens by itself.",
  ),
  steps: says("The instants of the chain, in order."),
  "steps[].id": says("What the step is called."),
  "steps[].title": TITLE,
  "steps[].clause": CLAUSE,
  "steps[].after": says("How long after the step before it, or after the start, it comes."),
  "steps[].from": says(
    "previous (default): from the step before. start: from the event that begins it.",
  ),
  "steps[].rollTo": says("A calendar: an instant on a date without hours moves to one with some."),
  "steps[].atEarlyEnd": says("Whether the step comes at once if the chain ends before it."),
  "steps[].tie": says(
    "close (default): a step whose time runs out exactly at a closing falls there. next-open: at the next opening.",
  ),
});

const windows: Table = at("windows.*", {
  title: TITLE,
  clause: CLAUSE,
  events: says(
    "The states of a ticket, and the facts given beside it, that are its events, by the name of the event.",
  ),
  doneOn: says("The states and facts by which the thing that it allows is done."),
  endsOn: says("The states and facts that close it early."),
  anyOf: says("The ways of being in time; of each, every limit must hold."),
  "anyOf[][].from": says("The event that it counts from; start if not said."),
  "anyOf[][].of": says("The event that must come within it; if not said, what is done must."),
  "anyOf[][].within": says("How long it is."),
  "anyOf[][].ifKnown": says(
    "Whether the way holds without this limit if its event is not given; the reading says so.",
  ),
  inclusive: says("Whether the last instant itself is in time; true if not said."),
  due: says("When the last day is up, over what each limit says."),
});

const recurrences: Table = at("recurrences.*", {
  title: TITLE,
  clause: CLAUSE,
  ...BOUNDS,
  doneOn: DONE_ON,
  every: says("How often it is to be done."),
  anchor: says("rolling (default): from the last time it was done. grid: from the start."),
});

const conditions: Table = {
  usedAtLeast: says("A share of the allowance, or the name of a parameter."),
  statusIn: says("The reading has one of these statuses."),
  breached: says("The target is breached, or is not."),
  open: says("The ticket has started and has neither stopped nor been cancelled."),
  reopened: says("The ticket has been re-opened, or has not."),
  inWindow: says("This window of the policy, counted from the stop of the reading, is open."),
  severityIn: says("The severity is one of these."),
  fact: says("The name of something that only people know."),
  is: says("Whether the fact must be so; true if not said."),
  assumed: says("What the fact is taken for if it is not given; without this it has to be."),
};

const eligibility: Table = at("eligibility.*", {
  title: TITLE,
  clause: CLAUSE,
  parameters: says("Numbers that conditions name, with their defaults."),
  anyOf: says("The grounds, any of which is enough."),
  "anyOf[].id": says("What the ground is called."),
  "anyOf[].title": TITLE,
  "anyOf[].clause": CLAUSE,
  "anyOf[].all": says("Its conditions, all of which must hold."),
  ...at("anyOf[].all[]", conditions),
  "anyOf[].all[].any": says("Conditions of which one is enough."),
  ...at("anyOf[].all[].any[]", conditions),
  "anyOf[].target": says("The target whose readings the conditions are about; any if not said."),
  "anyOf[].routed": says("How soon whatever is on this ground is passed on, without a clock."),
  "anyOf[].routed.when": says("How soon, in words."),
  "anyOf[].routed.calendar": says("The calendar in whose hours it is passed on."),
  "anyOf[].tell": says("The contacts who are to be told on this ground, in this order."),
  otherwise: says("The contacts to turn to where no ground holds, in this order."),
});

const contacts: Table = at("contacts.*", {
  title: TITLE,
  address: says("An e-mail address, a telephone number or a page."),
});

const attainment: Table = at("attainment.*", {
  title: TITLE,
  clause: CLAUSE,
  target: says("The target whose promises are counted."),
  severities: says("The severities that count; all if not said."),
  share: says("The share that is to be met, above 0 and up to 1.", { examples: [0.9] }),
  per: says("How often it is judged: each month."),
  by: says(
    "stopped (default): in the month in which it is decided, by the stop or, while open, by the breach. due: in the month in which it is due. started: in the month in which it starts.",
  ),
  credits: says(
    "What is given back if the share is missed; if several credits apply, the one of the lowest share.",
  ),
  "credits[].below": says("The share below which it is due."),
  "credits[].percent": says("How much of the charge it is, in percent."),
});

const forms: Table = at("forms.*", {
  title: TITLE,
  clause: CLAUSE,
  fields: says("What it asks for, by name."),
  "fields.*.title": says("What the document calls the field."),
  "fields.*.optional": says("Whether a form is complete without it; it is required if not said."),
  "fields.*.or": says("Other names for it, of which any will do."),
  unstated: says("Why it has no fields, and who has them; errors say it."),
  bansPersonalData: says("The clause that bans data by which a patient can be identified."),
});

const lifecycle: Table = at("lifecycle", {
  lines: says("The lines of states that a ticket goes along, side by side, by name."),
  ...at("lines.*", {
    title: TITLE,
    clause: CLAUSE,
    starts: says("The states that it may begin in."),
    moves: says("The states that may follow each state; one that nothing follows ends the line."),
    byThemselves: says("Moves that happen by themselves, at a step of a chain of the policy."),
    within: says("Moves that may be made for as long as a window of the policy is open."),
    ...at("byThemselves[]", {
      from: says("The state that it leads from, whose beginning begins the chain."),
      to: says("The state that it leads to."),
      milestone: says("The chain of the policy that brings it about."),
      step: says("The step of that chain."),
      clause: CLAUSE,
    }),
    ...at("within[]", {
      from: says("The state that it leads from, whose beginning the window counts from."),
      to: says("The state that it leads to."),
      window: says("The window of the policy."),
      clause: CLAUSE,
    }),
  }),
  order: says("What must have come before something else, or must follow it."),
  ...at("order[]", {
    id: says("What the rule is called."),
    title: TITLE,
    clause: CLAUSE,
    comes: says("The state that must have come."),
    before: says("The state that it comes before."),
    after: says("The state that it must follow."),
    given: says("A state without which the rule asks for nothing."),
    exceptSeverities: says("Severities for which the rule asks for nothing."),
  }),
});

const availability: Table = at("availability.*", {
  title: TITLE,
  clause: CLAUSE,
  calendar: CALENDAR,
  percent: says("The share of its hours for which the service is up, in percent."),
  fixedMinutes: says("A fixed downtime a month, if the source gives one besides the percentage."),
  test: says("Which figure decides: percentage (default), fixed, or strictest of the two."),
  maintenance: says("Whether planned maintenance counts as time lost; excluded if not said."),
});

const clauses: Table = at("clauses.*", {
  document: says("The document, with its date."),
  quotes: says("The words of the document."),
  reading: says("How the policy reads them."),
  inferred: says("Whether the reading is drawn from something else that the document says."),
  notActedOn: says("Why no program can act on it, if that is so."),
});

const options: Table = at("options.*", {
  title: says("What the ambiguity is."),
  clauses: says("The clauses that it is about."),
  default: says("The reading taken where none is chosen; one of the values."),
  values: says("The readings there are, by name."),
  "values.*.reading": says("The reading, in words."),
  "values.*.patch": says("What it changes in the policy, as a JSON Merge Patch (RFC 7386)."),
});

/** The properties of a policy. */
export const POLICY_HELP: Table = {
  ...NAMING,
  id: says("What the policy is called, in readings and in errors."),
  source: says("Where the policy comes from, as text or by name."),
  timeZone: says(
    "The zone of calendar days, weeks and months; that of its calendars if not said.",
    {
      examples: ["Europe/London"],
    },
  ),
  calendars: says("Its calendars by name: definitions, or the names of shipped ones.", {
    examples: [{ core: "nhsmail-core" }],
  }),
  severities: says("The severities that a ticket may have."),
  states: says("States that do nothing to any clock, besides those that the targets name."),
  derive: says(
    'The states that the fields of a ticket name: that of the first row that they match. A row without "when" matches every ticket.',
  ),
  "derive[].state": says("What the state is called."),
  "derive[].when": says("The fields that name it: of each, one of a list of values."),
  targets: says("What is promised, by name."),
  milestones: says("Chains of instants after an event, such as reminders, by name."),
  windows: says("What may be done until a limit, by name."),
  recurrences: says("What is to be done every so often, by name."),
  eligibility: says("When something may be done, and why, by name."),
  attainment: says("Which share of a target's promises is to be kept each month, by name."),
  contacts: says("Who is to be told or asked, as the eligibilities name them."),
  lifecycle: says("The states of tickets, how they follow each other, and what must come first."),
  forms: says("What has to be told before something can begin, by name."),
  availability: says("How available a service is to be, month by month, by name."),
  clauses: says("The rules of the source documents that all of these come from, by id."),
  options: says("The ambiguities of the source, each with its readings, by name."),
  ...targets,
  ...milestones,
  ...windows,
  ...recurrences,
  ...eligibility,
  ...attainment,
  ...contacts,
  ...forms,
  ...lifecycle,
  ...availability,
  ...clauses,
  ...options,
};

/** The parts that the schema of a policy leaves open, to be checked one by one. */
export const POLICY_PARTS: Table = {
  timeZone: { type: "string", pattern: "^[A-Za-z]" },
  "calendars.*": reference("calendarOrName"),
  "targets.*.allowance": reference("allowanceOrBySeverity"),
  "targets.*.reopenWithin": reference("allowance"),
  "targets.*.pauseLimit": reference("allowance"),
  "milestones.*.steps[].after": reference("allowance"),
  "windows.*.anyOf[][].within": reference("allowance"),
  "recurrences.*.every": reference("allowance"),
};

const civil = says(
  "A length of civil time: the same wall-clock time so much later; the last day of a shorter month.",
);

/** The properties of the three kinds of allowance. */
export const ALLOWANCE_HELP: Table = {
  hours: says("Working hours on the calendar."),
  minutes: says("Working minutes on the calendar, beside its hours or instead."),
  calendar: CALENDAR,
  workingDays: says("A number of working days of the calendar."),
  due: says(
    `When ${DAY_CHOICES.due.says}: ${Object.entries(DAY_CHOICES.due.values)
      .map(([value, meaning]) => `${value}: ${meaning}.`)
      .join(" ")}`,
  ),
  "due.at": {
    description: "That wall-clock time of the last day, or its close if it closes earlier.",
    examples: ["16:00"],
  },
  cutoff: CUTOFF,
  calendarDays: civil,
  weeks: civil,
  months: civil,
  monthEnd: says(
    "clamp (default): 30 November leads to 30 December. keep: from the last day of a month to the last of the later one.",
  ),
};

/** The properties of a desk. */
export const DESK_HELP: Table = {
  $schema: says("Where this schema lies, for editors."),
  id: says("What programs call the desk."),
  title: says("What people call the desk."),
  timeZone: says('The zone of the dates "from" and "until"; that of each policy if not said.'),
  policies: says(
    "The policies in the order in which they are tried: the first that matches a ticket is its own.",
  ),
  "policies[].when": says(
    "The fields of its tickets: of each, one of a list of values; any ticket if not said.",
  ),
  "policies[].from": says("The first date on which its tickets were opened."),
  "policies[].until": says("The last date on which its tickets were opened."),
  "policies[].policy": says("What is promised to them: a policy, or the name of a service."),
  "policies[].options": says(
    "The options of the service that is named, such as the readings to take and, for GPSoC, the fix times.",
  ),
};

/** The schemas for the parts of a desk that zod leaves open. */
export const DESK_PARTS: Table = {
  timeZone: { type: "string", pattern: "^[A-Za-z]" },
  "policies[].policy": reference("policyOrName"),
  "policies[].from": reference("date"),
  "policies[].until": reference("date"),
};
