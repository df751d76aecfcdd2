import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer, CallName, Given } from "../wire/calls";
import { Cancelled, type DeskClient } from "../wire/client";

/** The state of a question to the desk. The last answer stays until there is a new one. */
export interface Answered<N extends CallName> {
  readonly answer: Answer<N> | null;
  /** Why the question was refused, in words for people; null if it was not. */
  readonly error: string | null;
  readonly isBusy: boolean;
  readonly isCancelled: boolean;
  /** How much is done, from 0 to 1. */
  readonly share: number;
}

const NOTHING = { answer: null, error: null, isBusy: false, isCancelled: false, share: 0 };

/**
 * Asks the desk whenever the given value changes.
 *
 * @param given null to ask nothing
 * @param key identifies what is given: the same key is not asked again
 */
export function useAnswer<N extends CallName>(
  client: DeskClient,
  call: N,
  given: Given<N> | null,
  key: string,
): Answered<N> {
  const [state, setState] = useState<Answered<N>>(NOTHING);
  const latest = useRef(0);
  // The key stands for what is given.
  useEffect(() => {
    latest.current += 1;
    const own = latest.current;
    if (given === null) {
      setState(NOTHING);
      return;
    }
    const put = (change: Partial<Answered<N>>) => {
      if (latest.current === own) setState((before) => ({ ...before, ...change }));
    };
    put({ isBusy: true, isCancelled: false, error: null, share: 0 });
    client
      .ask(call, given, (share) => put({ share }))
      .then((answer) => put({ answer, isBusy: false }))
      .catch((error: unknown) => {
        const isCancelled = error instanceof Cancelled;
        const message = error instanceof Error ? error.message : String(error);
        put({ answer: null, isBusy: false, isCancelled, error: isCancelled ? null : message });
      });
  }, [client, call, key]);
  return state;
}
