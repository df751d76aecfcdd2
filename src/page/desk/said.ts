import { zoneOf } from "../../tickets/log/desk/given";
import { meaningsLacking } from "../../tickets/understanding/by-hand";
import type { Meaning } from "../../tickets/understanding/presets/preset";
import type { Survey } from "../../tickets/understanding/survey";
import type { Answers, Understood } from "../../tickets/understanding/understood";
import { withSeverities, withStates } from "../../tickets/understanding/unknown-words";
import type { Given } from "../wire/calls";
import type { FileSettings } from "../wire/file";
import { policiesOf } from "./given";

/** A file, and everything that was said about it. */
export type ToRead = Given<"look">;

/** The meanings that must be given a column before the file can be read. */
export function lackingIn(survey: Survey): readonly Meaning[] {
  const [candidate] = survey.candidates;
  if (!candidate) return ["ticket"];
  return meaningsLacking({ form: candidate.preset.form, columns: candidate.columns });
}

/** What was said of how to read a file. */
export function answersOf({ settings, promise, nowMs }: ToRead): Answers {
  const { zone, order, rows, hold } = settings;
  const policyZone = zoneOf(policiesOf(promise));
  return {
    nowMs,
    ...(hold === undefined ? {} : { hold }),
    ...(zone === undefined || zone === "" ? {} : { zone }),
    ...(order === undefined ? {} : { order }),
    ...(rows === undefined ? {} : { rows }),
    ...(policyZone === undefined ? {} : { policyZone }),
    // Until a promise is chosen, the zone may still come from it.
    isForShow: promise.kind === "none",
  };
}

/** The same file, with what was said of its states and severities. */
export function said(understood: Understood, { states, severities }: FileSettings): Understood {
  return withSeverities(withStates(understood, states), severities);
}
