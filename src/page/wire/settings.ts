/** What tickets are judged by, as chosen on the page. */
export type PromiseSettings =
  | { readonly kind: "none" }
  /** A column of the file names the service of each row; `choices` as of a service, for all of them. */
  | { readonly kind: "by-row"; readonly choices?: Readonly<Record<string, string>> }
  | {
      readonly kind: "service";
      readonly id: string;
      /** The readings that differ from the defaults, by the names of the service's options. */
      readonly choices: Readonly<Record<string, string>>;
    }
  /** A policy as JSON: from a dropped file, or written on the page. */
  | { readonly kind: "policy"; readonly name: string; readonly json: unknown };
