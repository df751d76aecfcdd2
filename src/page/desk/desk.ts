import { InputError } from "../../tickets/log/problems";
import type { Answer, CallName, Given } from "../wire/calls";
import { dueOf } from "./due";
import { FileSums, judged, type Standing } from "./judged";
import { VerdictList } from "./list";
import { shownMonth } from "./month";
import { dueNext } from "./next";
import { shownPromise } from "./promise";
import { shownJudged } from "./shown-judged";
import { taken } from "./take";
import { TakenFor } from "./taken-for";
import { shownTicket } from "./ticket";
import { shownWhose } from "./whose";

type Progress = (share: number) => void;

/** How each call is answered. */
type Answers = {
  readonly [N in CallName]: (given: Given<N>, progress: Progress) => Answer<N> | Promise<Answer<N>>;
};

/**
 * The desk behind the page: it reads files, judges their tickets, and keeps the verdicts for later
 * questions. It runs in a worker, and knows nothing of the page.
 */
export class Desk {
  readonly #taken = new TakenFor();
  readonly #sums = new FileSums();
  readonly #list = new VerdictList();
  #standing: Standing | null = null;

  readonly answers: Answers = {
    look: (asked, progress) => this.#taken.look(asked, progress),
    promise: shownPromise,
    whose: (asked, progress) => shownWhose(asked, this.#taken, progress),
    month: shownMonth,
    judge: async (toJudge, progress) => {
      const before = this.#standing;
      this.#standing = null;
      this.#standing = await judged(toJudge, this.#taken, this.#sums, progress);
      return shownJudged(this.#standing, before);
    },
    list: (settings) => this.#list.show(this.#judged(), settings),
    ticket: ({ ticket, target }) => shownTicket(this.#judged(), ticket, target),
    next: () => dueNext(this.#judged()),
    due: dueOf,
    take: (settings) => taken(this.#judged(), this.#list, settings),
  };

  #judged(): Standing {
    if (!this.#standing) throw new InputError("nothing has been judged yet");
    return this.#standing;
  }
}
