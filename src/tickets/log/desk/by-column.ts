import { plainName } from "../../../words/plain-name";
import { quoted } from "../../../words/printable";
import { type Policy, policyNames } from "../policies";
import { InputError } from "../problems";
import type { Chosen, LogDesk } from "./log-desk";

/**
 * A text of the column, and the policy that it means: null for tickets that are left alone, a name for a policy
 * that is not among those given.
 */
export type NamedPolicy = readonly [text: string, policy: Policy | string | null];

/** The text that stands for every text without a meaning of its own. */
export const ANY_TEXT = "*";

/**
 * A desk that chooses by one column: a ticket's text is the id or the title of its policy, in any case and
 * punctuation, or one of the texts that are given a meaning.
 *
 * @param named what texts mean; these come before ids and titles
 * @throws {InputError} if one text is given two meanings
 */
export function deskByColumn(
  column: string,
  policies: readonly Policy[],
  named: readonly NamedPolicy[] = [],
): LogDesk {
  const byText = new Map<string, NamedPolicy[1]>();
  for (const [text, policy] of named) {
    const plain = plainText(text);
    const other = byText.get(plain);
    if (other !== undefined && nameOf(other) !== nameOf(policy)) {
      throw new InputError(
        `${quoted(text)} is said to be ${nameOf(policy)} and ${nameOf(other)}; name it once`,
      );
    }
    byText.set(plain, policy);
  }
  const known = new Map<string | undefined, Chosen>();
  return {
    policies,
    columns: [column],
    choose: ({ texts: [text] }) => {
      let chosen = known.get(text);
      if (!chosen) {
        chosen = chosenBy(column, text, policies, byText);
        known.set(text, chosen);
      }
      return chosen;
    },
  };
}

/** What stands for no policy where policies are named. */
export const NOBODY = "none";

function nameOf(meant: NamedPolicy[1]): string {
  return typeof meant === "string" ? meant : (meant?.id ?? NOBODY);
}

function chosenBy(
  column: string,
  text: string | undefined,
  policies: readonly Policy[],
  byText: ReadonlyMap<string, NamedPolicy[1]>,
): Chosen {
  const any = byText.get(ANY_TEXT);
  if (text !== undefined) {
    const said = byText.get(plainText(text));
    if (said !== undefined) return meaning(said, text, { column, policies });
    const [only, another] = policies.filter((policy) => isNamed(policy, text));
    if (only && !another) return { policy: only };
    if (only && another && any === undefined) {
      const reason = `${quoted(text)} may be ${only.id} or ${another.id}; say which with --policy ${quoted(`${text}=${only.id}`)}`;
      return { policy: null, isLeftAlone: false, reason };
    }
  }
  if (any !== undefined) return meaning(any, text, { column, policies });
  const reason =
    text === undefined
      ? `it is missing; it names one of ${policyNames(policies)}`
      : `${quoted(text)} is not one of the policies given; those are ${policyNames(policies)}`;
  return { policy: null, isLeftAlone: false, reason };
}

function meaning(
  said: NamedPolicy[1],
  text: string | undefined,
  { column, policies }: { readonly column: string; readonly policies: readonly Policy[] },
): Chosen {
  if (typeof said === "string") {
    const reason = `${quoted(text ?? "")} is of ${quoted(said)}, which is not one of the policies given; those are ${policyNames(policies)}`;
    return { policy: null, isLeftAlone: false, reason };
  }
  if (said) return { policy: said };
  return { policy: null, isLeftAlone: true, reason: `have no policy, by ${column}` };
}

function isNamed({ id, sla }: Policy, text: string): boolean {
  const plain = plainName(text);
  return plain !== "" && (plainName(id) === plain || plainName(sla.title) === plain);
}

/** A text without case and punctuation; itself if there is nothing else in it. */
function plainText(text: string): string {
  return plainName(text) || text.trim();
}
