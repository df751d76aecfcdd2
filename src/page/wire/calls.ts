import type { Asked, Due } from "./due";
import type { FileSettings, LogFile, Looked } from "./file";
import type { Judged, JudgeSettings, Listed, ListSettings, NextDue, ShownTicket } from "./judged";
import type { MonthAsked, MonthShown, PromiseShown, WhoseShown } from "./promise";
import type { PromiseSettings } from "./settings";
import type { Taken, TakeSettings } from "./take";

/** What the page asks the desk, and what the desk answers. All of it can be sent to a worker. */
export interface Calls {
  /** What a file is taken for. */
  readonly look: Call<
    { file: LogFile; settings: FileSettings; promise: PromiseSettings; nowMs: number },
    Looked
  >;
  /** What is promised, in words; or what is wrong with it. */
  readonly promise: Call<PromiseSettings, PromiseShown>;
  /** Whose the tickets of a file are, if there are several policies; null if there is nothing to choose. */
  readonly whose: Call<
    { file: LogFile; settings: FileSettings; promise: PromiseSettings; how: JudgeSettings },
    WhoseShown | null
  >;
  /** A month of a calendar. */
  readonly month: Call<MonthAsked, MonthShown>;
  /** Reads a file and judges its tickets; the verdicts stay in the worker. */
  readonly judge: Call<
    { file: LogFile; settings: FileSettings; promise: PromiseSettings; how: JudgeSettings },
    Judged
  >;
  /** Some rows of the verdicts, as they are filtered and sorted. */
  readonly list: Call<ListSettings, Listed>;
  /** One verdict with its working. */
  readonly ticket: Call<{ ticket: string; target: string }, ShownTicket>;
  /** What is late, and what is due next, day by day. */
  readonly next: Call<Record<string, never>, NextDue>;
  /** When a ticket that nobody has logged is due. */
  readonly due: Call<Asked, Due>;
  /** The verdicts as a file to take away. */
  readonly take: Call<TakeSettings, Taken>;
}

interface Call<Given, Answer> {
  readonly given: Given;
  readonly answer: Answer;
}

export type CallName = keyof Calls;
export type Given<N extends CallName> = Calls[N]["given"];
export type Answer<N extends CallName> = Calls[N]["answer"];

/** What the page sends. */
export type Request = {
  [N in CallName]: { readonly id: number; readonly call: N; readonly given: Given<N> };
}[CallName];

/** What the desk sends back: its progress, the answer, or why there is none. */
export type Reply =
  | { readonly id: number; readonly kind: "progress"; readonly share: number }
  | { readonly id: number; readonly kind: "answer"; readonly answer: unknown }
  | { readonly id: number; readonly kind: "refused"; readonly message: string }
  | { readonly id: number; readonly kind: "broken"; readonly message: string };
