/** One policy: a service with its readings, or a policy as JSON. */
export type OnePromise =
  | {
      readonly kind: "service";
      readonly id: string;
      /** The readings that differ from the defaults, by the names of the service's options. */
      readonly choices: Readonly<Record<string, string>>;
    }
  /** A policy as JSON: from a dropped file, or written on the page. */
  | { readonly kind: "policy"; readonly name: string; readonly json: unknown };

/** What tickets are judged by, as chosen on the page. */
export type PromiseSettings =
  | { readonly kind: "none" }
  /** A column of the file names the service of each row; `choices` as of a service, for all of them. */
  | { readonly kind: "by-row"; readonly choices?: Readonly<Record<string, string>> }
  | OnePromise
  /** Several policies, of which a column of the file says which. */
  | { readonly kind: "several"; readonly policies: readonly OnePromise[] }
  /** A desk as JSON, whose policies say themselves which tickets are theirs. */
  | { readonly kind: "desk"; readonly name: string; readonly json: unknown };

/** Whether it is one policy for every ticket. */
export function isOne(promise: PromiseSettings): promise is OnePromise {
  return promise.kind === "service" || promise.kind === "policy";
}
