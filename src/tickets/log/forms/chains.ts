import { quoted } from "../../../words/printable";
import type { Histories } from "../histories/histories";
import type { Mapping } from "../mapping";
import { type Policy, roleOf } from "../policies";
import { severityOf, stateOf } from "../policy-words";
import type { Problem } from "../problems";
import type { TicketHistory, TicketLog } from "../ticket-log";
import type { Change } from "./changes";

/** The most changes of one instant that are put in order; a ticket with more of them cannot be trusted at all. */
const MOST_AT_ONCE = 100;

/**
 * Follows the changes of each field of a ticket, in a file that says what each field was before. If
 * several changes share an instant, the one that continues from what the field was comes first. If a change
 * does not continue from the one before it, a row is missing.
 */
export function followChains(
  changes: readonly Change[],
  { ticket, policy }: TicketHistory,
  log: TicketLog,
  file: FileOfChanges,
): void {
  const firsts: Change[] = [];
  for (const ofField of byField(changes)) {
    const given = file.isNewestFirst ? ofField.reverse() : ofField;
    const byTime = [...given].sort((a, b) => a.at - b.at);
    const inOrder = followed(byTime);
    if (inOrder.some((change, i) => change !== byTime[i])) putInOrder(ticket, inOrder, log.tickets);
    const doubt = brokenIn(inOrder, policy, file.columns);
    if (doubt) log.doubt({ ...doubt, ticket });
    if (inOrder[0]?.kind === "state") firsts.push(inOrder[0]);
  }
  const start = file.hasOpenings ? null : unseenStart(firsts);
  if (start) log.doubt({ ...start, ticket });
}

function byField(changes: readonly Change[]): Iterable<Change[]> {
  const fields = new Map<string, Change[]>();
  for (const change of changes) {
    const known = fields.get(change.field);
    if (known) known.push(change);
    else fields.set(change.field, [change]);
  }
  return fields.values();
}

/** What is known of a file with a row for each change. */
interface FileOfChanges {
  readonly columns: Pick<Mapping, "state" | "severity">;
  readonly isNewestFirst: boolean;
  /** Whether a column says when each ticket was opened. */
  readonly hasOpenings: boolean;
}

/** Why it is not known when a ticket began, by the first change of each of its fields of state. */
function unseenStart(firsts: readonly Change[]): Omit<Problem, "ticket"> | null {
  const at = Math.min(...firsts.map((each) => each.at));
  const [first, ...others] = firsts.filter((each) => each.at === at);
  if (first?.before === undefined || others.some(({ before }) => before === undefined)) return null;
  const reason = `its first change is from ${first.before}, so when it began is not in the file`;
  return { kind: "starts-in-the-middle", line: first.line, reason };
}

/** Changes in the order of their instants. Within one instant, each follows the one that it continues. */
function followed(byTime: readonly Change[]): readonly Change[] {
  const inOrder: Change[] = [];
  for (let from = 0; from < byTime.length; ) {
    const at = byTime[from]?.at;
    let to = from + 1;
    while (byTime[to]?.at === at) to += 1;
    const atOnce = byTime.slice(from, to);
    const isFew = atOnce.length > 1 && atOnce.length <= MOST_AT_ONCE;
    inOrder.push(...(isFew ? chained(atOnce, inOrder.at(-1)?.after) : atOnce));
    from = to;
  }
  return inOrder;
}

function chained(atOnce: readonly Change[], was: string | undefined): Change[] {
  const left = [...atOnce];
  const inOrder: Change[] = [];
  while (left.length > 0) {
    const last = inOrder.length > 0 ? inOrder.at(-1)?.after : was;
    const goesOn = left.findIndex(({ before }) => before === last);
    const afters = new Set(left.map(({ after }) => after));
    const begins = left.findIndex(({ before }) => before === undefined || !afters.has(before));
    inOrder.push(...left.splice(Math.max(0, goesOn >= 0 ? goesOn : begins), 1));
  }
  return inOrder;
}

/** Puts the events of some changes of a ticket in order, in the places that those events have. */
function putInOrder(ticket: string, inOrder: readonly Change[], tickets: Histories): void {
  const own = new Set(inOrder.map(({ number }) => number));
  const next = inOrder.values();
  const numbers = tickets.numbersOf(ticket);
  tickets.arrange(
    ticket,
    numbers.map((number) => (own.has(number) ? (next.next().value?.number ?? number) : number)),
  );
}

/** The first change that does not continue from the one before it, if that matters to some clock. */
function brokenIn(
  inOrder: readonly Change[],
  policy: Policy,
  { state, severity }: FileOfChanges["columns"],
): Problem | null {
  let last: Change | undefined;
  for (const change of inOrder) {
    const { before, kind, line, field } = change;
    if (last && before !== undefined && before !== last.after) {
      const differs =
        kind === "state"
          ? doOtherwise([before, last.after], state, policy)
          : areOther([before, last.after], severity, policy);
      const reason = `its ${field} goes on from ${quoted(before)}, and line ${last.line} left it as ${quoted(last.after)}: a change between them is missing`;
      if (differs) return { kind: "change-missing", line, reason };
    }
    last = change;
  }
  return null;
}

/** Whether two known states do different things to some clock. */
function doOtherwise(texts: readonly string[], column: Mapping["state"], policy: Policy): boolean {
  const [one, other] = texts.map((text) => column && stateOf(text, column, policy));
  if (one == null || other == null) return false;
  return policy.targets.some((target) => roleOf(target, one) !== roleOf(target, other));
}

function areOther(texts: readonly string[], column: Mapping["severity"], policy: Policy): boolean {
  const [one, other] = texts.map((text) => column && severityOf(text, column, policy));
  return one != null && other != null && one !== other;
}
