import { CoreHoursError } from "../../index";
import { InputError } from "../../tickets/log/problems";
import type { CallName, Given, Reply, Request } from "../wire/calls";
import type { Desk } from "./desk";

/**
 * Answers one request, with word of how far it is. What cannot be used is refused with its reason, and
 * what breaks the desk is told as well: nobody waits for ever.
 */
export async function answer(
  desk: Desk,
  { id, call, given }: Request,
  send: (reply: Reply) => void,
): Promise<void> {
  let told = 0;
  const progress = (share: number) => {
    const whole = Math.min(1, share);
    // The page can draw no more than so many steps.
    if (whole - told < 0.01 && whole < 1) return;
    told = whole;
    send({ id, kind: "progress", share: whole });
  };
  try {
    // A request has what its own call is given.
    const act = desk.answers[call] as (given: Given<CallName>, told: typeof progress) => unknown;
    send({ id, kind: "answer", answer: await act(given, progress) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const isRefusal = error instanceof InputError || error instanceof CoreHoursError;
    send({ id, kind: isRefusal ? "refused" : "broken", message });
  }
}
