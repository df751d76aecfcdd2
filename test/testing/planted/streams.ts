import type { BulkResult, Sla } from "../../../src/index";
import { wrongSla } from "./broken";
import { alteredRow, NUMBERS } from "./single-slas";
import { fix, sla } from "./wrong-slas";

/** Policies whose streams say something else than `trackMany`: of a target, or of the whole policy. */

type Change = <R extends BulkResult>(results: AsyncIterable<R>) => AsyncIterableIterator<R>;

/** The policy whose streams are right. */
export const rightStreams: Sla = { ...(sla as Sla), targets: { fix } }; // Of any names.

/** The policy whose target, or which itself, streams something else. */
const streaming = (of: "target" | "policy", changed: Change): Sla => {
  const right = rightStreams;
  return of === "target"
    ? wrongSla(right, fix, {
        trackStream: (events, options) => changed(fix.trackStream(events, options)),
      })
    : { ...right, trackStream: (events, options) => changed(right.trackStream(events, options)) };
};

const withAltered = (name: string): Change =>
  async function* <R extends BulkResult>(results: AsyncIterable<R>): AsyncIterableIterator<R> {
    for await (const result of results) {
      yield result.error === null ? (alteredRow(name)(result) as R) : result;
    }
  };

async function* withoutTheFirst<R extends BulkResult>(
  results: AsyncIterable<R>,
): AsyncIterableIterator<R> {
  let isFirst = true;
  for await (const result of results) {
    if (!isFirst) yield result;
    isFirst = false;
  }
}

async function* withTheNamesOfOthers<R extends BulkResult>(
  results: AsyncIterable<R>,
): AsyncIterableIterator<R> {
  const all: R[] = [];
  for await (const result of results) all.push(result);
  yield* all.map((result, i) => ({ ...result, ticket: all[(i + 1) % all.length]?.ticket }) as R);
}

export const WRONG_STREAMS: Readonly<Record<string, Sla>> = Object.fromEntries(
  (["target", "policy"] as const).flatMap((of) => [
    [`the stream of the ${of} loses a ticket`, streaming(of, withoutTheFirst)],
    [`the stream of the ${of} mixes the tickets`, streaming(of, withTheNamesOfOthers)],
    ...NUMBERS.map((name) => [
      `in the stream of the ${of} ${name} is another`,
      streaming(of, withAltered(name)),
    ]),
  ]),
);
