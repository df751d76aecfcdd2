import { LUNCH, NIGHT, OFFICE, SMALL_HOURS } from "./desks";
import { MINUTE_MS } from "./inputs";
import type { Answers, Ask, Desk } from "./peers/peer";

/** A question at an edge, with the one right answer. */
export interface Edge {
  readonly title: string;
  readonly desk: Desk;
  readonly ask: (answers: Answers) => Ask | undefined;
  /** Milliseconds, of an instant or of working time; or an error, if no answer can be given. */
  readonly right: number | "an error";
  readonly isInstant: boolean;
  readonly why: string;
}

function add(desk: Desk, from: string, hours: number, right: string, rest: Words): Edge {
  const ask = (answers: Answers) => answers.add?.(Date.parse(from), hours);
  return { desk, ask, right: Date.parse(right), isInstant: true, ...rest };
}

function subtract(desk: Desk, from: string, hours: number, right: string, rest: Words): Edge {
  const ask = (answers: Answers) => answers.subtract?.(Date.parse(from), hours);
  return { desk, ask, right: Date.parse(right), isInstant: true, ...rest };
}

function between(desk: Desk, from: string, to: string, minutes: number, rest: Words): Edge {
  const ask = (answers: Answers) => answers.between?.(Date.parse(from), Date.parse(to));
  return { desk, ask, right: minutes * MINUTE_MS, isInstant: false, ...rest };
}

function addDays(desk: Desk, from: string, days: number, right: string, rest: Words): Edge {
  const ask = (answers: Answers) => answers.addDays?.(Date.parse(from), days);
  return { desk, ask, right: Date.parse(right), isInstant: true, ...rest };
}

type Words = Pick<Edge, "title" | "why">;

/** Wall-clock times are London's: the same as UTC in winter, an hour ahead of it in summer. */
export const EDGES: readonly Edge[] = [
  add(OFFICE, "2026-12-24T15:00Z", 8, "2026-12-29T15:00Z", {
    title: "over Christmas: 8 h from Thursday 24 December 2026, 15:00",
    why: "25 December is a holiday, and so is Monday 28 in place of Boxing Day",
  }),
  between(OFFICE, "2022-09-16T12:00+01:00", "2022-09-20T12:00+01:00", 480, {
    title: "a holiday given once: from Friday 16 September 2022, 12:00, to Tuesday, 12:00",
    why: "Monday was the state funeral of Queen Elizabeth II: 5 h and 3 h",
  }),
  addDays(OFFICE, "2026-12-24T15:00Z", 2, "2026-12-30T15:00Z", {
    title: "over Christmas: 2 working days from Thursday 24 December 2026",
    why: "the first is Tuesday 29, the second Wednesday 30",
  }),
  add(OFFICE, "2026-11-02T09:00Z", 8, "2026-11-02T17:00Z", {
    title: "exactly at the close: 8 h from Monday, 09:00",
    why: "it has been worked by 17:00 of that day",
  }),
  add(OFFICE, "2026-11-02T17:00Z", 1, "2026-11-03T10:00Z", {
    title: "from the close: 1 h from Monday, 17:00",
    why: "nothing is worked before Tuesday, 09:00",
  }),
  subtract(OFFICE, "2026-11-03T09:00Z", 8, "2026-11-02T09:00Z", {
    title: "backwards from an opening: 8 h before Tuesday, 09:00",
    why: "they are those of Monday, 09:00 to 17:00",
  }),
  add(OFFICE, "2026-11-02T16:59:30Z", 1, "2026-11-03T09:59:30Z", {
    title: "seconds: 1 h from Monday, 16:59:30",
    why: "half a minute of Monday, and 59 minutes and a half of Tuesday",
  }),
  between(OFFICE, "2026-11-02T09:00:00Z", "2026-11-02T09:00:59.999Z", 59_999 / MINUTE_MS, {
    title: "milliseconds: from Monday, 09:00, to 09:00:59.999",
    why: "all of it is open",
  }),
  between(OFFICE, "2026-11-03T10:00Z", "2026-11-02T16:00Z", -120, {
    title: "the other way round: from Tuesday, 10:00, back to Monday, 16:00",
    why: "two hours, and time runs backwards",
  }),
  between(LUNCH, "2026-11-02T11:30Z", "2026-11-02T12:30Z", 30, {
    title: "into lunch: from 11:30 to 12:30, closed from 12:00 to 13:00",
    why: "open until 12:00",
  }),
  between(LUNCH, "2026-11-02T12:30Z", "2026-11-03T12:30Z", 420, {
    title: "lunch to lunch: from Monday, 12:30, to Tuesday, 12:30, closed from 12:00 to 13:00",
    why: "4 h of Monday afternoon and 3 h of Tuesday morning",
  }),
  add(LUNCH, "2026-11-02T11:00Z", 1.5, "2026-11-02T13:30Z", {
    title: "over lunch: 1½ h from Monday, 11:00, closed from 12:00 to 13:00",
    why: "an hour before it and half an hour after it",
  }),
  add(NIGHT, "2026-11-02T23:00Z", 6, "2026-11-03T05:00Z", {
    title: "over midnight: 6 h from Monday, 23:00, open from 22:00 to 06:00",
    why: "the shift of Monday goes on until Tuesday, 06:00",
  }),
  between(NIGHT, "2026-11-02T20:00Z", "2026-11-03T08:00Z", 480, {
    title: "over midnight: from Monday, 20:00, to Tuesday, 08:00, open from 22:00 to 06:00",
    why: "one shift of 8 h",
  }),
  between(NIGHT, "2026-12-24T20:00Z", "2026-12-25T12:00Z", 480, {
    title:
      "a night before a holiday: from 24 December 2026, 20:00, to noon, open from 22:00 to 06:00",
    why: "the shift belongs to the day on which it starts",
  }),
  between(SMALL_HOURS, "2026-03-28T12:00Z", "2026-03-29T12:00+01:00", 180, {
    title: "clocks go forward: the small hours of 29 March 2026, open from 00:00 to 04:00",
    why: "01:00 to 02:00 does not exist that night",
  }),
  between(SMALL_HOURS, "2026-10-24T12:00+01:00", "2026-10-25T12:00Z", 300, {
    title: "clocks go back: the small hours of 25 October 2026, open from 00:00 to 04:00",
    why: "01:00 to 02:00 comes twice that night",
  }),
  add(SMALL_HOURS, "2026-10-25T00:00+01:00", 2, "2026-10-25T01:00Z", {
    title: "clocks go back: 2 h from 25 October 2026, 00:00, open from 00:00 to 04:00",
    why: "01:00 comes a second time after two hours",
  }),
  addDays(OFFICE, "2014-03-21T01:38Z", 10, "2014-04-04T01:38+01:00", {
    title: "a time that a day skips: 10 working days from 21 March 2014, 01:38",
    why: "only on Sunday 30 March is there no 01:38; on 4 April there is",
  }),
  {
    title: "years away: 8 h from Friday 22 December 2045, 12:00",
    desk: OFFICE,
    ask: ({ add }) => add?.(Date.parse("2045-12-22T12:00Z"), 8),
    right: "an error",
    isInstant: true,
    why: "nobody has said what the holidays of 2045 are, and Christmas will hardly be a working day",
  },
];
