import { plainName } from "../../../words/plain-name";
import { type Header, namedColumns } from "../header";
import type { Mapping } from "../mapping";
import { InputError } from "../problems";
import { CLAIM_KINDS, type ClaimKind } from "./claim-kinds";

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
    ...["fixedintime", "resolvedintime", "fixedontime", "resolvedontime", "withintarget"],
    ...["slacompliant", "slacompliance", "mettarget", "slatargetmet", "madeslatarget"],
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

/** A part of an SLA that Jira nests in a field: `Time to resolution: due`. */
const PART_OF_SLA = /^(.+): (breached|due|used|left)$/;

/** The name without what Jira's CSV puts around that of a field of a project's own. */
function fieldName(name: string): string {
  return /^custom field \((.+)\)$/i.exec(name.trim())?.[1] ?? name.trim();
}

/** What a column is known to hold by its name; undefined for any other. */
export function claimKindOf(name: string): ClaimKind | undefined {
  const field = fieldName(name);
  const kind = KIND_BY_NAME.get(plainName(field));
  if (kind !== undefined) return kind;
  const [, , part] = PART_OF_SLA.exec(field) ?? [];
  if (part === "breached" || part === "due" || part === "used" || part === "left") return part;
  const [, what = "", unit = ""] = WITH_UNIT.exec(field) ?? [];
  if (unit === "") return undefined;
  const side = /left|remaining/i.test(what) ? "left" : "used";
  if (/^h/i.test(unit)) return `${side}-hours`;
  return /^m/i.test(unit) ? `${side}-minutes` : `${side}-seconds`;
}

/** `Time used (hours)`, `sla_elapsed_mins`, `Business time left in minutes`. */
const WITH_UNIT =
  /^(?:sla|business|working|resolution)?[ _]*(?:time)?[ _]*(used|elapsed|taken|left|remaining)[ _(]+(?:in[ _]+)?(hours|hrs|minutes|mins|seconds|secs)\)?$/i;

/** The names of SLAs that are about the fix, which is what a policy's main target is about. */
const ABOUT_THE_FIX = /resol|\bfix|\bclos/i;

/**
 * The columns whose names say that they hold another tool's verdict, and that no clock needs. Of several
 * SLAs in one file, only that about the fix is taken.
 */
export function knownClaims(header: Header, mapping: Mapping): ClaimColumn[] {
  const taken = new Set(namedColumns(mapping).map(plainName));
  const slaOf = (column: string) => PART_OF_SLA.exec(fieldName(column))?.[1];
  const slas = new Set(header.names.flatMap((column) => slaOf(column) ?? []));
  return header.names.flatMap((column) => {
    const sla = slaOf(column);
    const isOther = sla !== undefined && slas.size > 1 && !ABOUT_THE_FIX.test(sla);
    const kind = isOther || taken.has(plainName(column)) ? undefined : claimKindOf(column);
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
