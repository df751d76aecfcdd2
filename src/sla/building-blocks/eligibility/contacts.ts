import * as z from "zod";
import { own } from "../../../input/json";
import { once } from "../../../input/once";
import { strictObject } from "../../../input/schema";

/** Somebody whom a policy names, to be told or asked. */
export interface ContactDefinition {
  readonly title: string;
  /** An e-mail address, a telephone number or a page, as the document gives it. */
  readonly address?: string;
}

/** Somebody to be told. */
export interface Contact {
  readonly id: string;
  readonly title: string;
  readonly address: string | null;
}

/** The zod schema of a policy's contacts. */
export const contactsSchema = once(() =>
  z.record(z.string(), strictObject({ title: z.string(), address: z.string().optional() })),
);

/** The contact that a policy names by this id; the id is its title if the policy describes no such contact. */
export function contactOf(
  id: string,
  contacts: Readonly<Record<string, ContactDefinition>> | undefined,
): Contact {
  const contact = own(contacts, id);
  return Object.freeze({ id, title: contact?.title ?? id, address: contact?.address ?? null });
}
