import { EDGES, type Edge } from "../edges";
import { coreHours } from "../peers/core-hours";
import { PEERS } from "../peers/index";
import type { Peer } from "../peers/peer";
import type { Section } from "../report";

/** The answer of a library at an edge; undefined if it has no such question. */
type Said = number | "an error" | undefined;

const ALL = [coreHours, ...PEERS];

/** The questions on which libraries differ. */
export function edges(): Section {
  const asked = EDGES.map((edge) => ({ edge, said: ALL.map((peer) => saidOf(peer, edge)) }));
  for (const { edge, said } of asked) {
    if (said[0] !== edge.right) throw new Error(`core-hours is wrong: ${edge.title}: ${said[0]}`);
  }
  const list = asked.flatMap(({ edge, said }, i) => [
    `${i + 1}. ${edge.title}: **${shown(edge, edge.right)}**, since ${edge.why}.`,
    ...ALL.flatMap(({ name }, n) => {
      const theirs = said[n];
      return theirs === undefined || theirs === edge.right
        ? []
        : `   - ${name}: ${shown(edge, theirs)}`;
    }),
  ]);
  return {
    title: "Where answers differ",
    text: [
      "A dash stands where a library has no words for the question. None of them knows a clock that pauses. Hours over midnight are told to dayjs-business-time and moment-business-time in two halves; given as they are, some questions never return.",
      list.join("\n"),
    ],
    tables: [
      {
        head: ["", ...ALL.map(({ name }) => name)],
        rows: asked.map(({ edge, said }, i) => [
          `${i + 1}`,
          ...said.map((each) =>
            each === undefined ? "-" : each === edge.right ? "right" : "**wrong**",
          ),
        ]),
      },
    ],
    goals: [],
  };
}

function saidOf(peer: Peer, { desk, ask }: Edge): Said {
  const question = ask(peer.answersFor(desk));
  try {
    return question?.();
  } catch {
    return "an error";
  }
}

const TO_THE_MINUTE = {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
  timeZone: "Europe/London",
} as const;
const LONDON = new Intl.DateTimeFormat("en-GB", TO_THE_MINUTE);
const TO_THE_SECOND = new Intl.DateTimeFormat("en-GB", { ...TO_THE_MINUTE, second: "2-digit" });

/** An instant in London time, or a length in hours. */
function shown({ isInstant }: Edge, value: number | "an error"): string {
  if (typeof value === "string" || Number.isNaN(value)) return String(value);
  if (isInstant) return (value % 60_000 === 0 ? LONDON : TO_THE_SECOND).format(value);
  return value % 60_000 === 0 ? `${value / 3_600_000} h` : `${value / 1_000} s`;
}
