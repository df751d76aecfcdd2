import { file } from "../cli/run-breaches";

/** A desk that is open Mon-Fri 09:00-17:00 in London, 4 hours for severity 1 and 10 for severity 2. */
const POLICY = {
  id: "desk",
  calendars: {
    core: { id: "core", timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } },
  },
  severities: ["1", "2"],
  targets: {
    fix: {
      title: "Fix",
      clause: "D-1",
      allowance: {
        "1": { hours: 4, calendar: "core" },
        "2": { hours: 10, calendar: "core" },
      },
      runs: ["open"],
      pauses: ["waiting"],
      stops: ["done"],
      cancels: ["void"],
    },
  },
  clauses: {
    "D-1": {
      document: "The desk's promise",
      quotes: ["Fixed within 4 hours, or 10."],
      reading: "hours of the desk",
    },
  },
};

/** London is an hour ahead of these instants: it is May, June and July. */
const ROWS = [
  // Tue 5 May 09:00 to 12:00, 3 h of 4.
  "A-1,2026-05-05T08:00Z,open,1",
  "A-1,2026-05-05T11:00Z,done,",
  // The same day 09:00 to 14:00, 5 h of 4.
  "A-2,2026-05-05T08:00Z,open,1",
  "A-2,2026-05-05T13:00Z,done,",
  // Thu 7 May 09:00 to Fri 10:00, 8 h and 1 h of 10.
  "A-3,2026-05-07T08:00Z,open,2",
  "A-3,2026-05-08T09:00Z,done,",
  // Mon 1 June 00:30, which is still May elsewhere. From 09:00 to 16:00, 7 h of 10.
  "B-1,2026-05-31T23:30Z,open,2",
  "B-1,2026-06-01T15:00Z,done,",
  // Wed 1 July from 10:00; 3 h of 4 by 13:00.
  "B-2,2026-07-01T09:00Z,open,1",
  // Mon 29 June from 09:00; 8 h, 8 h and 4 h of 10 by Wed 13:00.
  "B-3,2026-06-29T08:00Z,open,2",
  // Mon 15 June 09:00 to 10:00, 1 h of 4.
  "B-4,2026-06-15T08:00Z,open,1",
  "B-4,2026-06-15T09:00Z,waiting,",
  // The same of 10, then withdrawn.
  "B-5,2026-06-15T08:00Z,open,2",
  "B-5,2026-06-15T09:00Z,void,",
  // Opened only after it is judged.
  "B-6,2026-07-02T08:00Z,open,1",
];

/** The arguments that judge rows under that policy, as of Wed 1 July 2026 13:00 in London. */
export function judged(name: string, rows: readonly string[], policy: object = POLICY): string[] {
  const path = file(`${name}.csv`, ["ticket,at,state,severity", ...rows, ""].join("\n"));
  const policyPath = file(`${name}.json`, JSON.stringify(policy));
  return [path, "--policy", policyPath, "--as-of", "2026-07-01T12:00Z"];
}

/**
 * The arguments that judge a log of nine tickets, small enough to work out by hand.
 *
 * @param more what the policy says besides its target, such as its attainment
 */
export function smallLog(more: object = {}): string[] {
  return judged("small", ROWS, { ...POLICY, ...more });
}
