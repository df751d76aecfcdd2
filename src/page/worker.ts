import "./desk/plain-zod";
import { answer } from "./desk/answer";
import { Desk } from "./desk/desk";
import type { Request } from "./wire/calls";

const desk = new Desk();
/** Requests run one at a time: a judgement must not change under the list of its verdicts. */
let last: Promise<void> = Promise.resolve();

addEventListener("message", ({ data }: MessageEvent<Request>) => {
  last = last.then(() => answer(desk, data, (reply) => postMessage(reply)));
});
