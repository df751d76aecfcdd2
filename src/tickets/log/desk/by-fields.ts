import type { Desk } from "../../../index";
import { quoted } from "../../../words/printable";
import { type Policy, policyNames } from "../policies";
import { InputError } from "../problems";
import type { LogDesk } from "./log-desk";

/** Fields that a ticket's events change and that the words of its policy name. */
const OWN_WORDS: readonly string[] = ["state", "severity"];

/**
 * A desk whose policies each say which tickets are theirs, by fields and by the date of opening.
 *
 * @param policies the policies of the desk, prepared for a log, in any order
 * @param columns the columns of the fields, by their names; a field without one is the column of its name
 * @throws {InputError} if a policy is chosen by the state or the severity, or if a column is said for an
 *   unknown field
 */
export function deskByFields(
  desk: Desk,
  policies: readonly Policy[],
  columns: Readonly<Record<string, string>> = {},
): LogDesk {
  const fields = fieldsOf(desk);
  const own = fields.find((field) => OWN_WORDS.includes(field));
  if (own !== undefined) {
    throw new InputError(
      `desk ${quoted(desk.id)} chooses by ${quoted(own)}, whose words differ from policy to policy; for a log it has to choose by other columns, such as "customer"`,
    );
  }
  const unknown = Object.keys(columns).find((field) => !fields.includes(field));
  if (unknown !== undefined) {
    throw new InputError(
      `desk ${quoted(desk.id)} does not choose by ${quoted(unknown)}; its fields are ${fields.map(quoted).join(", ") || "none"}`,
    );
  }
  const byId = new Map(policies.map((policy) => [policy.id, policy]));
  const hasColumn = (field: string) => Object.hasOwn(columns, field);
  return {
    policies,
    columns: fields.map((field) => (hasColumn(field) ? (columns[field] ?? field) : field)),
    choose: ({ texts, openedMs }) => {
      const said = fields.flatMap((field, i) => {
        const text = texts[i];
        return text === undefined ? [] : [[field, text] as const];
      });
      const openedAt = openedMs ?? NEVER_MS;
      const sla = desk.policyFor(Object.fromEntries(said), { openedAt });
      const policy = sla && byId.get(sla.id);
      if (policy) return { policy };
      const texted = said.map(([field, text]) => `${field} ${quoted(text)}`).join(" and ");
      const ticket = texted === "" ? "a ticket without its fields" : `a ticket of ${texted}`;
      const reason = `no policy of the desk is for ${ticket}${datesText(desk)}; it has ${policyNames(policies)}`;
      return { policy: null, isLeftAlone: false, reason };
    },
  };
}

/** The opening of a ticket without an instant, which has no row that can be used. */
const NEVER_MS = Date.UTC(9999, 0);

function datesText(desk: Desk): string {
  const isDated = desk.toJSON().policies.some(({ from, until }) => from ?? until);
  return isDated ? " and its date of opening" : "";
}

/** The fields by which a desk chooses, each once. */
export function fieldsOf(desk: Desk): readonly string[] {
  return [...new Set(desk.toJSON().policies.flatMap(({ when = {} }) => Object.keys(when)))];
}
