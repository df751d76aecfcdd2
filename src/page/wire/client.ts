import type { Answer, CallName, Given, Reply, Request } from "./calls";

/** A refusal by the desk, with the reason for people. */
export class Refused extends Error {
  override readonly name = "Refused";
}

/** A request was cancelled before there was an answer. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly progress: (share: number) => void;
}

/** Asks the desk in its worker. Cancelling ends the worker and starts another one. */
export class DeskClient {
  #worker: Worker | null = null;
  #next = 1;
  readonly #waiting = new Map<number, Waiting>();

  /** @param start makes a worker */
  constructor(private readonly start: () => Worker) {}

  ask<N extends CallName>(
    call: N,
    given: Given<N>,
    progress: (share: number) => void = () => {},
  ): Promise<Answer<N>> {
    const id = this.#next;
    this.#next += 1;
    return new Promise<Answer<N>>((resolve, reject) => {
      // The desk answers each call with what its type says.
      const settle = resolve as (answer: unknown) => void;
      this.#waiting.set(id, { resolve: settle, reject, progress });
      // The types of this method tie each call to its argument.
      this.#running().postMessage({ id, call, given } as Request);
    });
  }

  /** Cancels every request that has no answer yet. */
  cancel(): void {
    this.#worker?.terminate();
    this.#worker = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new Cancelled("It was cancelled."));
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = this.start();
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => this.#take(data));
    worker.addEventListener("error", ({ message }) => this.#broken(message));
    this.#worker = worker;
    return worker;
  }

  #take(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (!waiting) return;
    if (reply.kind === "progress") {
      waiting.progress(reply.share);
      return;
    }
    this.#waiting.delete(reply.id);
    if (reply.kind === "answer") waiting.resolve(reply.answer);
    else if (reply.kind === "refused") waiting.reject(new Refused(reply.message));
    else waiting.reject(new Error(reply.message));
  }

  #broken(message: string): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#worker = null;
    for (const { reject } of waiting) reject(new Error(message || "The worker could not start."));
  }
}
