import { DateTime, type Zone } from "luxon";
import * as z from "zod";
import { isJsonObject } from "../../input/json";
import { once } from "../../input/once";
import { givenList } from "../../input/options";
import { strictObject } from "../../input/schema";
import { show } from "../../input/show";
import { type InstantLike, toEpochMs } from "../../time/instant";
import { CoreHoursError } from "../../timeline";
import { type PersonalData, personalDataIn } from "./personal-data";

/** One thing that a form asks for. */
export interface FieldDefinition {
  /** What the document calls it; a form may use these words for its key. */
  readonly title: string;
  /** Whether a form is complete without it, as with "if available". By default it is required. */
  readonly optional?: boolean;
  /** Other names for it; any of them will do, such as either of two reference numbers. */
  readonly or?: readonly string[];
}

/** The information that somebody must give before something can begin. */
export interface FormDefinition {
  readonly title?: string;
  readonly clause?: string;
  readonly fields: Readonly<Record<string, FieldDefinition>>;
  /** Why there are no fields, and who has them. Error messages say it. */
  readonly unstated?: string;
  /** The clause that bans data by which a patient can be identified, if one does. */
  readonly bansPersonalData?: string;
}

/** A field of a form. */
export interface FormField {
  readonly id: string;
  readonly title: string;
  readonly optional: boolean;
}

/** A form as somebody filled it in: the fields by their ids or titles. */
export type FilledForm = Readonly<Record<string, unknown>>;

/** A form, judged. */
export interface FormReading {
  readonly complete: boolean;
  readonly missing: readonly FormField[];
  readonly flagged: readonly PersonalData[];
}

/** What a form asks for, and what a filled one lacks. */
export interface Form {
  readonly title: string;
  readonly clause: string | null;
  /** The clause that bans data by which a patient can be identified; null if none does. */
  readonly banClause: string | null;
  readonly fields: readonly FormField[];
  /**
   * The required fields that a filled form lacks or has left blank.
   *
   * @throws {CoreHoursError} `form-unstated` if the document lists no fields and none were given;
   *   `form-invalid` for anything but an object of fields.
   */
  missing(form: FilledForm): readonly FormField[];
  /** Data by which a patient can be identified, if a clause bans it; nothing is removed. */
  flagged(form: FilledForm): readonly PersonalData[];
  /** Both at once. */
  check(form: FilledForm): FormReading;
  /**
   * When the form was complete: the instant of the first submission after which no required field is
   * missing. What earlier submissions said counts too. Null if no submission completed it.
   */
  completedAt(
    submissions: readonly { readonly at: InstantLike; readonly form: FilledForm }[],
  ): DateTime | null;
}

/** The zod schema of a policy's forms. */
export const formsSchema = once(() =>
  z.record(
    z.string(),
    strictObject({
      title: z.string().optional(),
      clause: z.string().optional(),
      fields: z.record(
        z.string(),
        strictObject({
          title: z.string(),
          optional: z.boolean().optional(),
          or: z.array(z.string()).optional(),
        }),
      ),
      unstated: z.string().optional(),
      bansPersonalData: z.string().optional(),
    }),
  ),
);

/** Makes a checked definition into a form that can be asked. */
export function compileForm(id: string, definition: FormDefinition, zone: Zone): Form {
  const { fields, unstated, bansPersonalData } = definition;
  const asked = Object.entries(fields).map(([name, { title, optional = false, or = [] }]) => ({
    field: Object.freeze({ id: name, title, optional }),
    names: [name, title, ...or].map(plain),
  }));
  const missing = (form: FilledForm) => {
    if (asked.length === 0) throw unstatedFields(id, unstated);
    const filled = new Set(filledNames(form));
    const lacking = asked.filter(
      ({ field, names }) => !field.optional && !names.some((name) => filled.has(name)),
    );
    return Object.freeze(lacking.map(({ field }) => field));
  };
  const flagged = (form: FilledForm) =>
    Object.freeze(bansPersonalData === undefined ? [] : personalDataIn(checkedForm(form)));
  return Object.freeze({
    title: definition.title ?? id,
    clause: definition.clause ?? null,
    banClause: bansPersonalData ?? null,
    fields: Object.freeze(asked.map(({ field }) => field)),
    missing,
    flagged,
    check: (form: FilledForm) => {
      const lacking = missing(form);
      return Object.freeze({
        complete: lacking.length === 0,
        missing: lacking,
        flagged: flagged(form),
      });
    },
    completedAt: (
      submissions: readonly { readonly at: InstantLike; readonly form: FilledForm }[],
    ) => {
      const inOrder = givenList("submissions", submissions, ({ at, form }) => ({
        atMs: toEpochMs(at),
        form: checkedForm(form),
      })).sort((a, b) => a.atMs - b.atMs);
      let known: FilledForm = {};
      for (const { atMs, form } of inOrder) {
        known = { ...known, ...onlyFilled(form) };
        if (missing(known).length === 0) return DateTime.fromMillis(atMs, { zone });
      }
      return null;
    },
  });
}

/** A name without case, spaces and signs: `Affected Organisation(s)` is `affectedorganisations`. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function filledNames(form: FilledForm): string[] {
  return Object.keys(onlyFilled(checkedForm(form))).map(plain);
}

function onlyFilled(form: FilledForm): FilledForm {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => isFilled(value)));
}

/** Whether a field says anything: text that is not blank, a list that is not empty, or any other value. */
function isFilled(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === "string") return value.trim() !== "";
  return Array.isArray(value) ? value.some(isFilled) : true;
}

function checkedForm(form: unknown): FilledForm {
  if (isJsonObject(form)) return form;
  throw new CoreHoursError(
    "form-invalid",
    `${show(form)} is not a filled form; give its fields as an object, such as { description: "..." }.`,
    { given: show(form) },
  );
}

function unstatedFields(id: string, unstated: string | undefined): CoreHoursError {
  return new CoreHoursError(
    "form-unstated",
    `The form "${id}" has no fields. ${unstated ?? "Give them in the policy"}.`,
    { form: id },
  );
}
