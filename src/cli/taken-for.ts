import { type DateOrder, ORDERS } from "../tickets/log/dates/shapes";
import { type Policy, policyNames, roleOf } from "../tickets/log/policies";
import { stateOf } from "../tickets/log/policy-words";
import { InputError } from "../tickets/log/problems";
import type { OpenDate } from "../tickets/understanding/date-order";
import { type Survey, surveyFile } from "../tickets/understanding/survey";
import { understand } from "../tickets/understanding/understand";
import type { Answers, Question, Understood } from "../tickets/understanding/understood";
import {
  STATE_ANSWERS,
  type StateAnswer,
  unknownStates,
  withStates,
} from "../tickets/understanding/unknown-words";
import { counted } from "../words/amounts";
import { plainName } from "../words/plain-name";
import { quoted } from "../words/printable";
import type { Reopenable } from "./files";
import { HOLD_ANSWERS, type ReadingOptions } from "./reading-options";
import type { Terminal } from "./terminal";

/** What a file without a mapping is taken for. */
export interface TakenFor {
  readonly survey: Survey;
  readonly understood: Understood;
}

/**
 * Works out what a file is from its columns and its dates. What they leave open is asked at the terminal;
 * without a terminal it is an error.
 *
 * @param more the policies and their zone, and whether dates without a zone may be shown in UTC
 * @returns null if its columns are not known
 * @throws {InputError} if it cannot be read, or if it leaves something open and there is nobody to ask
 */
export async function takenFor(
  file: Reopenable,
  options: ReadingOptions,
  { ask, nowMs }: Pick<Terminal, "ask" | "nowMs">,
  {
    policies = [],
    ...more
  }: Pick<Answers, "policyZone" | "isForShow"> & { policies?: readonly Policy[] } = {},
): Promise<TakenFor | null> {
  const source = await file.open();
  const survey = await surveyFile(source, { only: options.as });
  if (!survey) return null;
  let answers: Answers = {
    zone: options.zone,
    order: options.dates,
    nowMs,
    rows: options.rows,
    hold: options.hold,
    ...more,
  };
  for (;;) {
    const understood = inSource(source.name, () => understand(survey, answers));
    if (understood.kind === "understood") {
      refuseKnownStates(options.state ?? {}, policies);
      const said = withStates(understood, options.state ?? {});
      const asked = ask ? await askStates(survey, said, policies, ask) : {};
      return { survey, understood: withStates(said, asked) };
    }
    const answer = ask ? answerOf(understood, await ask(questionText(understood))) : null;
    if (!answer) throw new InputError(`${source.name}: ${errorText(understood)}`);
    answers = { ...answers, ...answer };
  }
}

/**
 * Refuses an answer about a state that contradicts a policy's own, unless another policy needs it.
 *
 * @throws {InputError} if there is such an answer
 */
function refuseKnownStates(
  said: Readonly<Record<string, StateAnswer>>,
  policies: readonly Policy[],
): void {
  for (const [text, does] of Object.entries(said)) {
    const known = policies.map((policy) => ({ policy, own: ownState(text, policy) }));
    if (known.some(({ own }) => own === undefined)) continue;
    for (const { policy, own } of known) {
      const [main] = policy.targets;
      if (!main || own === undefined || does === "ignore" || does === "responds") continue;
      const role = roleOf(main, own);
      if (role === does) continue;
      throw new InputError(
        `--state ${quoted(`${text}=${does}`)}: ${quoted(own)} is a state of ${policy.id}, which says itself what it does (${role}); change the policy`,
      );
    }
  }
}

/** The state of a policy that has this name, in any case and punctuation. */
function ownState(text: string, { states }: Policy): string | undefined {
  return [...states].find((state) => plainName(state) === plainName(text));
}

/** Asks what each unknown state does. Without an answer a state stays unknown, and its rows are not used. */
async function askStates(
  survey: Survey,
  understood: Understood,
  policies: readonly Policy[],
  ask: NonNullable<Terminal["ask"]>,
): Promise<Record<string, StateAnswer>> {
  const said: Record<string, StateAnswer> = {};
  const unknown = policies.flatMap((policy) => unknownStates(survey, understood, policy));
  for (const [text, count] of new Map(unknown)) {
    const lacking = policies.filter(
      (policy) => stateOf(text, { other: "refuse" }, policy) === undefined,
    );
    const whose = policies.length === 1 ? "the policy" : policyNames(lacking);
    const choices = STATE_ANSWERS.map((answer, i) => `${i + 1}) ${answer}`).join(" ");
    const typed = await ask(
      `${quoted(text)} (${counted(count, "row")}) is not a state of ${whose}. What does it do? ${choices} `,
    );
    const answer =
      STATE_ANSWERS[Number(typed.trim()) - 1] ??
      STATE_ANSWERS.find((each) => each === typed.trim());
    if (answer !== undefined) said[text] = answer;
  }
  return said;
}

function inSource<T>(name: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${name}: ${error.message}`);
    throw error;
  }
}

/** The error without a terminal: everything that can be meant, and how to say which. */
function errorText(question: Question): string {
  switch (question.kind) {
    case "date-order": {
      const { text, line } = question;
      const readings = readingsOf(question);
      const ways = readings.map(([order, date]) => `${date} with --dates ${order}`);
      return `its dates can be read in ${readings.length === 2 ? "two" : "three"} ways: ${quoted(text)} on line ${line} is ${ways.join(", and ")}; say which`;
    }
    case "which-rows": {
      const { column, texts } = question;
      const names = texts.slice(0, 10).map((text) => `--rows ${quoted(`${column}=${text}`)}`);
      return `its column ${quoted(column)} has rows of several kinds; say which to read with ${names.join(" or ")}`;
    }
    case "zone":
      return `its dates state no offset, and nothing says their zone: ${quoted(question.text)} on line ${question.line}; name it with --zone, such as --zone Europe/London, or name a policy with --policy`;
    case "hold": {
      const some = question.texts.map(quoted).join(", ");
      return `its column ${quoted(question.column)} may be time on hold, and nothing says what its numbers count (${some}); say with --hold hours, --hold minutes, --hold seconds, or --hold ignore if it is not`;
    }
  }
}

function questionText(question: Question): string {
  switch (question.kind) {
    case "date-order": {
      const { text, line } = question;
      const choices = readingsOf(question).map(([, date], i) => `${i + 1}) ${date}`);
      return `${quoted(text)} on line ${line}: is that ${choices.join(" or ")}? `;
    }
    case "which-rows": {
      const { column, texts } = question;
      const list = texts.slice(0, 20).map((text, i) => `  ${i + 1}) ${quoted(text)}\n`);
      return `${quoted(column)} has rows of several kinds:\n${list.join("")}Which should be read? `;
    }
    case "zone":
      return `${quoted(question.text)} on line ${question.line} states no offset. Which zone is it in (such as Europe/London)? `;
    case "hold": {
      const some = question.texts.map(quoted).join(", ");
      const choices = HOLD_ANSWERS.map((answer, i) => `${i + 1}) ${answer}`).join(" ");
      return `${quoted(question.column)} may be time on hold (${some}). What do its numbers count? ${choices} `;
    }
  }
}

/** What a date may be, by the orders in which it can be read. */
function readingsOf({ readings }: OpenDate): [DateOrder, string][] {
  return ORDERS.flatMap((order): [DateOrder, string][] => {
    const date = readings[order];
    return date === undefined ? [] : [[order, date]];
  });
}

/** What an answer means; null if it means nothing. */
function answerOf(question: Question, typed: string): Partial<Answers> | null {
  const text = typed.trim();
  if (text === "") return null;
  const place = Number(text) - 1;
  switch (question.kind) {
    case "date-order": {
      const orders = readingsOf(question).map(([order]) => order);
      const order = orders[place] ?? orders.find((each) => each === text);
      return order === undefined ? null : { order };
    }
    case "which-rows": {
      const chosen = question.texts[place] ?? question.texts.find((each) => each === text);
      return chosen === undefined ? null : { rows: { [question.column]: chosen } };
    }
    case "zone":
      return { zone: text };
    case "hold": {
      const hold = HOLD_ANSWERS[place] ?? HOLD_ANSWERS.find((each) => each === text);
      return hold === undefined ? null : { hold };
    }
  }
}
