import { OFFICE } from "../desks";
import { DAY_MS, HOUR_MS, INSTANTS } from "../inputs";
import { type Effort, type Pass, race, ratio } from "../measure";
import { addOf, asking, betweenOf } from "../passes";
import { byHand } from "../peers/by-hand";
import { calendarFor, coreHours } from "../peers/core-hours";
import { PEERS } from "../peers/index";
import type { Answers, Ask, Peer } from "../peers/peer";
import { duration, type Goal, type Section, type Table, times } from "../report";

interface Question {
  readonly title: string;
  /** The question put to a library; undefined if it has no words for it. */
  readonly ask: (answers: Answers, fromMs: number) => Ask | undefined;
  /** The same for core-hours at its fastest. */
  readonly ours: Pass;
  /** How many times as fast as dayjs-business-time it should be. */
  readonly goal?: number;
}

const calendar = calendarFor(OFFICE);
const { timeline } = calendar;

const QUESTIONS: readonly Question[] = [
  {
    title: "working time between two instants 30 days apart",
    ask: ({ between }, fromMs) => between?.(fromMs, fromMs + 30 * DAY_MS),
    ours: betweenOf(timeline, INSTANTS, 30 * DAY_MS),
    goal: 20_000,
  },
  {
    title: "working time between two instants a year apart",
    ask: ({ between }, fromMs) => between?.(fromMs, fromMs + 365 * DAY_MS),
    ours: betweenOf(timeline, INSTANTS, 365 * DAY_MS),
    goal: 50_000,
  },
  {
    title: "48 working hours later",
    ask: ({ add }, fromMs) => add?.(fromMs, 48),
    ours: addOf(timeline, INSTANTS, 48 * HOUR_MS),
    goal: 5_000,
  },
  {
    title: "2,024 working hours later, which is a year",
    ask: ({ add }, fromMs) => add?.(fromMs, 2_024),
    ours: addOf(timeline, INSTANTS, 2_024 * HOUR_MS),
    goal: 50_000,
  },
  {
    title: "10 working days later, at the same time of day",
    ask: ({ addDays }, fromMs) => addDays?.(fromMs, 10),
    ours: asking(Array.from(INSTANTS, (ms) => days(ms))),
  },
];

function days(ms: number): Ask {
  const from = calendar.at(new Date(ms).toISOString().slice(0, 16));
  return () => calendar.addWorkingDays(from, 10, { due: "same-time" }).toMillis();
}

/** The longest that a peer is asked before its answers are timed. */
const CHECKING_MS = 2_000;
/** The longest that one pass over a peer's questions takes. */
const PASS_MS = 20;

/** Measures every library on the same instants. */
export async function peers(effort: Effort): Promise<Section> {
  const tables: Table[] = [];
  const goals: Goal[] = [];
  const text = [
    "Hours are 09:00 to 17:00 on weekdays, less the bank holidays of England and Wales of 2011 to 2028, in Europe/London, which is also the zone of the process. Every library is asked the same of 300 random instants, or of as many as it answers in two seconds, and timed on those that it answers rightly; the judge is the loop written by hand.",
    ...PEERS.map(({ name, how }) => `- ${name}: ${how}`),
  ];
  for (const question of QUESTIONS) {
    const entries = PEERS.flatMap((peer) => checked(peer, question) ?? []);
    const passes = Object.fromEntries(
      entries.flatMap(({ name, pass }) => (pass ? [[name, pass]] : [])),
    );
    const timings = await race({ [coreHours.name]: question.ours, ...passes }, effort);
    const ours = timings[coreHours.name];
    if (!ours) throw new Error("core-hours was not timed");
    tables.push({
      head: [question.title, "time", "to core-hours", "same answer"],
      rows: [
        [coreHours.name, duration(ours.ns), "1", `${INSTANTS.length} of ${INSTANTS.length}`],
        ...entries.map(({ name, asked, right }) => {
          const theirs = timings[name];
          const same = `${right} of ${asked}`;
          if (!theirs) return [name, "", "", same];
          return [name, duration(theirs.ns), times(ratio(theirs, ours)), same];
        }),
      ],
    });
    const dayjs = timings["dayjs-business-time"];
    if (question.goal === undefined || !dayjs) continue;
    const gain = ratio(dayjs, ours);
    goals.push({
      what: `${question.title}, to dayjs-business-time`,
      goal: `≥ ${question.goal.toLocaleString("en-GB")} ×`,
      measured: times(gain),
      isMet: gain.times >= question.goal,
    });
  }
  return { title: "Against other libraries", text: [text.join("\n")], tables, goals };
}

interface Checked {
  readonly name: string;
  readonly asked: number;
  readonly right: number;
  /** The questions that a peer answers correctly; none if it has no such question. */
  readonly pass: Pass | undefined;
}

/**
 * Asks a peer and core-hours the same questions before anything is timed. The peer written by hand is the
 * judge: if core-hours differs from it, no measurement here is worth anything.
 */
function checked(peer: Peer, { ask, title }: Question): Checked | undefined {
  const theirs = peer.answersFor(OFFICE);
  const ours = coreHours.answersFor(OFFICE);
  const right: Ask[] = [];
  let asked = 0;
  const startedAt = performance.now();
  for (const ms of INSTANTS) {
    const question = ask(theirs, ms);
    if (!question) return undefined;
    const mine = ask(ours, ms)?.();
    const said = question();
    asked++;
    if (said === mine) right.push(question);
    else if (peer === byHand) {
      throw new Error(`${title}, from ${new Date(ms).toISOString()}: ${mine}, and by hand ${said}`);
    }
    if (performance.now() - startedAt > CHECKING_MS) break;
  }
  const each = (performance.now() - startedAt) / asked;
  const timed = right.slice(0, Math.max(1, Math.floor(PASS_MS / each)));
  return {
    name: peer.name,
    asked,
    right: right.length,
    pass: timed.length > 0 ? asking(timed) : undefined,
  };
}
