import { CoreHoursError } from "../../index";
import { InputError } from "../../tickets/log/problems";
import type { CallName, Given, Reply, Request } from "../wire/calls";
import type { Desk } from "./desk";

/**
 * Answers one request, and reports its progress. A request that cannot be met is refused with its
 * reason. A fault of the desk is reported too, so nobody waits for ever.
 */
export async function answer(
  desk: Desk,
  { id, call, given }: Request,
  send: (reply: Reply) => void,
): Promise<void> {
  let told = 0;
  const progress = (share: number) => {
    const whole = Math.min(1, share);
    // The page draws no finer steps than this.
    if (whole - told < 0.01 && whole < 1) return;
    told = whole;
    send({ id, kind: "progress", share: whole });
  };
  try {
    // Each request carries the argument of its own call.
    const act = desk.answers[call] as (given: Given<CallName>, told: typeof progress) => unknown;
    send({ id, kind: "answer", answer: await act(given, progress) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const isRefusal = error instanceof InputError || error instanceof CoreHoursError;
    send({ id, kind: isRefusal ? "refused" : "broken", message });
  }
}
