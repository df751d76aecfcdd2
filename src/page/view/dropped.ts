import type { PromiseSettings } from "../wire/settings";
import { withPolicy } from "./several";

/** A promise from a file. */
export type FilePromise = Extract<PromiseSettings, { kind: "policy" | "desk" }>;

/** A file as it was dropped, chosen or pasted. */
export interface Dropped {
  readonly bytes: Blob;
  readonly name: string;
}

/** A larger file is an export. */
const LARGEST_POLICY = 5_000_000;

/**
 * The policies and the exports among some files. A policy is known by what it holds: JSON with targets by name;
 * a desk is JSON with a list of policies. JSON that cannot be read is left to the reader of exports, which says
 * what is wrong with it.
 */
export async function sorted(files: readonly Dropped[]): Promise<{
  readonly policies: readonly FilePromise[];
  readonly exports: readonly Dropped[];
}> {
  const policies = await Promise.all(files.map(policyIn));
  return {
    policies: policies.filter((each) => each !== null),
    exports: files.filter((_, i) => policies[i] === null),
  };
}

async function policyIn({ bytes, name }: Dropped): Promise<FilePromise | null> {
  if (!/\.json$/i.test(name) || bytes.size > LARGEST_POLICY) return null;
  try {
    return promiseIn(name, JSON.parse(await bytes.text()));
  } catch {
    return null;
  }
}

/** The policy or the desk that some JSON is; null for any other. */
function promiseIn(name: string, json: unknown): FilePromise | null {
  const { targets, policies }: { targets?: unknown; policies?: unknown } = Object(json);
  if (typeof targets === "object" && targets !== null && !Array.isArray(targets)) {
    return { kind: "policy", name, json };
  }
  return Array.isArray(policies) ? { kind: "desk", name, json } : null;
}

/** The promise that a file is said to be: a desk if it looks like one, and otherwise a policy. */
export function promiseOf(name: string, json: unknown): FilePromise {
  return promiseIn(name, json) ?? { kind: "policy", name, json };
}

/**
 * What tickets are judged by once some files of policies have been dropped: the desk among them, the only
 * policy, or several policies. If there were several before, these are added.
 */
export function promiseWith(
  before: PromiseSettings,
  dropped: readonly FilePromise[],
): PromiseSettings {
  const desk = dropped.filter(({ kind }) => kind === "desk").at(-1);
  if (desk) return desk;
  const policies = dropped.filter((each) => each.kind === "policy");
  const [only, another] = policies;
  if (!only) return before;
  if (before.kind !== "several" && !another) return only;
  const known = before.kind === "several" ? before.policies : [];
  return { kind: "several", policies: policies.reduce(withPolicy, known) };
}
