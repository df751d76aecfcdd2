import type { PromiseSettings } from "../wire/settings";

/** A file as it was dropped, chosen or pasted. */
export interface Dropped {
  readonly bytes: Blob;
  readonly name: string;
}

/** A larger file is an export. */
const LARGEST_POLICY = 5_000_000;

/**
 * The policies and the exports among some files. A policy is known by what it holds: JSON with targets by name.
 * JSON that cannot be read is left to the reader of exports, which says what is wrong with it.
 */
export async function sorted(files: readonly Dropped[]): Promise<{
  readonly policies: readonly PromiseSettings[];
  readonly exports: readonly Dropped[];
}> {
  const policies = await Promise.all(files.map(policyIn));
  return {
    policies: policies.filter((each) => each !== null),
    exports: files.filter((_, i) => policies[i] === null),
  };
}

async function policyIn({ bytes, name }: Dropped): Promise<PromiseSettings | null> {
  if (!/\.json$/i.test(name) || bytes.size > LARGEST_POLICY) return null;
  try {
    const json: unknown = JSON.parse(await bytes.text());
    const { targets }: { targets?: unknown } = Object(json);
    const isPolicy = typeof targets === "object" && targets !== null && !Array.isArray(targets);
    return isPolicy ? { kind: "policy", name, json } : null;
  } catch {
    return null;
  }
}
