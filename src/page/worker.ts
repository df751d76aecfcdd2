import "./desk/plain-zod";
import { answer } from "./desk/answer";
import { Desk } from "./desk/desk";
import type { Request } from "./wire/calls";

const desk = new Desk();
/** One thing after the other: what is judged must not change under what is listed. */
let last: Promise<void> = Promise.resolve();

addEventListener("message", ({ data }: MessageEvent<Request>) => {
  last = last.then(() => answer(desk, data, (reply) => postMessage(reply)));
});
