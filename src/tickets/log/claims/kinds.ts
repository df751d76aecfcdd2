import { plainName } from "../../../words/plain-name";
import { type Header, namedColumns } from "../header";
import type { Mapping } from "../mapping";
import { InputError } from "../problems";

/** The kinds of column that hold another tool's verdicts, and what each says of a verdict. */
export const CLAIM_KINDS = {
  breached: "whether it was breached: yes or no",
  met: "whether it was met: yes or no",
  verdict: "met or breached, in words",
  due: "when it was due",
  used: "the time used",
  "used-hours": "the time used, in hours",
  "used-minutes": "the time used, in minutes",
  "used-seconds": "the time used, in seconds",
  left: "the time left; negative once it is over",
  "left-hours": "the time left, in hours",
  "left-minutes": "the time left, in minutes",
  "left-seconds": "the time left, in seconds",
  percent: "the share of the allowance used, in percent",
} as const satisfies Readonly<Record<string, string>>;

export type ClaimKind = keyof typeof CLAIM_KINDS;

/** A column that holds another tool's verdict. */
export interface ClaimColumn {
  readonly column: string;
  readonly kind: ClaimKind;
}

/** The columns to compare with, or `auto` for those that are known by their names. */
export type ClaimsWanted = "auto" | readonly (Omit<ClaimColumn, "kind"> & { kind?: ClaimKind })[];

/** The names of such columns in ServiceNow, Jira, Freshdesk, Remedy, GLPI and suppliers' own tables. */
const NAMES: Readonly<Partial<Record<ClaimKind, readonly string[]>>> = {
  breached: [
    ...["hasbreached", "breached", "slabreached", "breachedsla", "isbreached", "slabreach"],
    ...["breach", "slaviolated", "slamissed", "missed", "outsidesla", "outofsla", "slafailed"],
    ...["timetoresolutionbreached", "resolutionslabreached", "slaisbreached"],
  ],
  met: [
    ...["madesla", "slamet", "met", "metsla", "withinsla", "insla", "slaachieved", "achieved"],
    ...["slaattained", "intime", "ontime", "fixedwithinsla", "resolvedwithinsla", "targetmet"],
  ],
  verdict: [
    ...["slastatus", "slaresult", "slaverdict", "slaoutcome", "resolutionstatus", "slmstatus"],
    ...["suppliersverdict", "supplierverdict", "supplierresult", "slaperformance"],
  ],
  due: [
    ...["plannedendtime", "breachtime", "duebytime", "dueby", "sladue", "sladuedate", "duedate"],
    ...["slatarget", "slatargetdate", "targetdate", "resolutiondue", "resolveby", "timetoresolve"],
    ...["sladeadline", "deadline", "due"],
  ],
  used: [
    ...["businessduration", "businesselapsedtime", "resolutiontimeinhrs", "businesstimeelapsed"],
    ...["slaelapsedtime", "workingtimeused"],
  ],
  percent: [
    ...["businesspercentage", "businesselapsedpercentage", "slapercentage", "slapercent"],
    ...["percentused", "slaused"],
  ],
  left: ["timetoresolution", "businesstimeleft", "slatimeleft", "slatimeremaining"],
};

const KIND_BY_NAME = new Map<string, ClaimKind>(
  // The keys of the table are kinds, by its type.
  (Object.entries(NAMES) as [ClaimKind, readonly string[]][]).flatMap(([kind, names]) =>
    names.map((name) => [name, kind] as const),
  ),
);

/** What a column is known to hold by its name; undefined for any other. */
export function claimKindOf(name: string): ClaimKind | undefined {
  const kind = KIND_BY_NAME.get(plainName(name));
  if (kind !== undefined) return kind;
  const [, what = "", unit = ""] = WITH_UNIT.exec(name.trim()) ?? [];
  if (unit === "") return undefined;
  const side = /left|remaining/i.test(what) ? "left" : "used";
  if (/^h/i.test(unit)) return `${side}-hours`;
  return /^m/i.test(unit) ? `${side}-minutes` : `${side}-seconds`;
}

/** `Time used (hours)`, `sla_elapsed_mins`, `Business time left in minutes`. */
const WITH_UNIT =
  /^(?:sla|business|working|resolution)?[ _]*(?:time)?[ _]*(used|elapsed|taken|left|remaining)[ _(]+(?:in[ _]+)?(hours|hrs|minutes|mins|seconds|secs)\)?$/i;

/** The columns whose names say that they hold another tool's verdict, and that no clock needs. */
export function knownClaims(header: Header, mapping: Mapping): ClaimColumn[] {
  const taken = new Set(namedColumns(mapping).map(plainName));
  return header.names.flatMap((column) => {
    const kind = taken.has(plainName(column)) ? undefined : claimKindOf(column);
    return kind === undefined ? [] : [{ column, kind }];
  });
}

/**
 * The wanted columns, as a file names them.
 *
 * @throws {InputError} if the file lacks one, if none is known, or if a column's name leaves open what it holds
 */
export function claimsIn(wanted: ClaimsWanted, header: Header, mapping: Mapping): ClaimColumn[] {
  const known = knownClaims(header, mapping);
  if (wanted === "auto") {
    if (known.length > 0) return known;
    throw new InputError(
      `no column of it is known to hold a tool's own verdict; name one with --claims, such as breached=Missed. It has ${listed(header)}`,
    );
  }
  return wanted.map(({ column, kind }) => {
    if (!header.has(column)) {
      throw new InputError(
        `it has no column "${column}" to compare with; it has ${listed(header)}`,
      );
    }
    const meant = kind ?? claimKindOf(column);
    if (meant !== undefined) return { column, kind: meant };
    throw new InputError(
      `the name of the column "${column}" does not say what it holds; write --claims KIND=${column} with one of ${Object.keys(CLAIM_KINDS).join(", ")}`,
    );
  });
}

function listed({ names }: Header): string {
  return names
    .filter((name) => name !== "")
    .map((name) => `"${name}"`)
    .join(", ");
}
