import { nearest } from "../input/nearest";

/**
 * What abbreviations are short for, the most likely first. They are not names of zones: most stand for
 * several, and engines read some as a zone that few would expect (BST as Bangladesh, IST as India).
 */
export const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  // Europe
  BST: ["Europe/London"],
  WET: ["Europe/Lisbon"],
  WEST: ["Europe/Lisbon"],
  CET: ["Europe/Paris", "Europe/Berlin"],
  CEST: ["Europe/Paris", "Europe/Berlin"],
  MET: ["Europe/Paris", "Europe/Berlin"],
  MEST: ["Europe/Paris", "Europe/Berlin"],
  ECT: ["Europe/Paris", "America/Guayaquil"],
  EET: ["Europe/Athens", "Europe/Helsinki"],
  EEST: ["Europe/Athens", "Europe/Helsinki"],
  MSK: ["Europe/Moscow"],
  TRT: ["Europe/Istanbul"],
  // Asia
  IST: ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"],
  IDT: ["Asia/Jerusalem"],
  GST: ["Asia/Dubai"],
  NET: ["Asia/Yerevan"],
  PKT: ["Asia/Karachi"],
  PLT: ["Asia/Karachi"],
  ICT: ["Asia/Bangkok"],
  VST: ["Asia/Ho_Chi_Minh"],
  WIB: ["Asia/Jakarta"],
  SGT: ["Asia/Singapore"],
  MYT: ["Asia/Kuala_Lumpur"],
  PHT: ["Asia/Manila"],
  HKT: ["Asia/Hong_Kong"],
  CTT: ["Asia/Shanghai"],
  JST: ["Asia/Tokyo"],
  KST: ["Asia/Seoul"],
  // Africa
  WAT: ["Africa/Lagos"],
  CAT: ["Africa/Maputo"],
  EAT: ["Africa/Nairobi"],
  SAST: ["Africa/Johannesburg"],
  // Australia, New Zealand and the Pacific
  AWST: ["Australia/Perth"],
  ACT: ["Australia/Darwin", "Australia/Sydney"],
  ACST: ["Australia/Adelaide", "Australia/Darwin"],
  ACDT: ["Australia/Adelaide"],
  AET: ["Australia/Sydney", "Australia/Brisbane"],
  AEST: ["Australia/Sydney", "Australia/Brisbane"],
  AEDT: ["Australia/Sydney"],
  NZST: ["Pacific/Auckland"],
  NZDT: ["Pacific/Auckland"],
  MIT: ["Pacific/Apia"],
  SST: ["Pacific/Pago_Pago", "Pacific/Guadalcanal"],
  // America
  NST: ["America/St_Johns", "Pacific/Auckland"],
  NDT: ["America/St_Johns"],
  CNT: ["America/St_Johns"],
  AST: ["America/Halifax", "America/Puerto_Rico", "Asia/Riyadh"],
  ADT: ["America/Halifax"],
  PRT: ["America/Puerto_Rico"],
  EST: ["America/New_York", "America/Panama"],
  EDT: ["America/New_York"],
  ET: ["America/New_York"],
  IET: ["America/Indiana/Indianapolis"],
  CST: ["America/Chicago", "Asia/Shanghai", "America/Havana"],
  CDT: ["America/Chicago", "America/Havana"],
  CT: ["America/Chicago"],
  MST: ["America/Denver", "America/Phoenix"],
  MDT: ["America/Denver"],
  MT: ["America/Denver"],
  PNT: ["America/Phoenix"],
  PST: ["America/Los_Angeles", "Asia/Manila"],
  PDT: ["America/Los_Angeles"],
  PT: ["America/Los_Angeles"],
  AKST: ["America/Anchorage"],
  AKDT: ["America/Anchorage"],
  HST: ["Pacific/Honolulu"],
  HDT: ["America/Adak"],
  ART: ["America/Argentina/Buenos_Aires", "Africa/Cairo"],
  AGT: ["America/Argentina/Buenos_Aires"],
  BRT: ["America/Sao_Paulo"],
  BET: ["America/Sao_Paulo"],
  CLT: ["America/Santiago"],
  COT: ["America/Bogota"],
  PET: ["America/Lima"],
  VET: ["America/Caracas"],
  // No place
  Z: ["UTC"],
};

/** No zone has a longer name. */
const LONGEST = 64;

/** The parts of zone names that are not written with a capital first letter and the rest small. */
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  [
    ...["UTC", "UCT", "GMT", "GMT0", "GB", "NZ", "PRC", "ROC", "ROK", "US", "NSW", "ACT", "LHI"],
    ...["EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT", "SystemV", "AST4ADT", "YST9YDT"],
    ...["AST4", "EST5", "CST6", "MST7", "PST8", "YST9", "HST10", "SU", "CHAT", "IN"],
    ...["of", "es", "au", "DumontDUrville", "McMurdo", "DeNoronha", "BajaNorte", "BajaSur"],
    ...["EasterIsland", "ComodRivadavia"],
  ].map((part) => [part.toLowerCase(), part]),
);

/**
 * The name of a zone in the spelling of the IANA database, whatever the case it is given in; undefined
 * if there is no such zone.
 */
export function canonicalZone(name: string): string | undefined {
  if (!/^[A-Za-z][\w+/-]*$/.test(name) || name.length > LONGEST || isAbbreviation(name)) {
    return undefined;
  }
  const resolved = resolvedZone(name);
  if (resolved === undefined) return undefined;
  // A link is kept as it is called, in the case in which it is written.
  return resolved.toLowerCase() === name.toLowerCase() ? resolved : spelled(name);
}

/** The zone that the engine takes a name for, if it takes it for any. */
function resolvedZone(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

function spelled(name: string): string {
  return name
    .split(/([/_+-])/)
    .map((part) => {
      const lower = part.toLowerCase();
      return SPELLINGS.get(lower) ?? lower.charAt(0).toUpperCase() + lower.slice(1);
    })
    .join("");
}

function isAbbreviation(name: string): boolean {
  return Object.hasOwn(ABBREVIATIONS, name.toUpperCase());
}

/** What is wrong with a name that is not one of a zone, and which zone was probably meant. */
export function zoneProblem(name: string): string {
  const likely = isAbbreviation(name) ? ABBREVIATIONS[name.toUpperCase()] : undefined;
  if (likely !== undefined) {
    const zones = likely.map((zone) => `"${zone}"`).join(" or ");
    return `an abbreviation is not the name of a zone, and engines differ on what it means; probably ${zones} was meant`;
  }
  const meant = name.length <= LONGEST ? nearest(name, allZones()) : undefined;
  const example = meant === undefined ? ' such as "Europe/London"' : `, perhaps "${meant}"`;
  return `expected an IANA zone${example}`;
}

/** The zones that the engine lists, where it can list them. */
function allZones(): readonly string[] {
  try {
    return ["UTC", ...Intl.supportedValuesOf("timeZone")];
  } catch {
    return [];
  }
}
