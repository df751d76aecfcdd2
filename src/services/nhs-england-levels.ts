import bronze from "../../calendars/policies/nhs-england-bronze.json";
import gold from "../../calendars/policies/nhs-england-gold.json";
import platinum from "../../calendars/policies/nhs-england-platinum.json";
import silver from "../../calendars/policies/nhs-england-silver.json";
import silverPlus from "../../calendars/policies/nhs-england-silver-plus.json";
import type { BankHolidays } from "../calendar";
import { show } from "../input/show";
import { defineSla, type PolicyDefinition, type Sla } from "../sla";
import { CoreHoursError } from "../timeline";

/** The service levels of NHS England whose published figures are enough to ask about. */
export type NhsEnglandLevel = "bronze" | "silver" | "silver-plus" | "gold" | "platinum";

/** The names of the parts of a level whose figures are known. */
export interface NhsEnglandLevelNames {
  readonly targets: "incidentResolution";
  readonly milestones: never;
  readonly windows: never;
  readonly recurrences: never;
  readonly eligibility: never;
  readonly forms: never;
  readonly availability: "service";
  readonly attainment: never;
}

/** The names of the parts of Silver Plus. Only its hours of response are known. */
export interface NhsEnglandSilverPlusNames {
  readonly targets: never;
  readonly milestones: never;
  readonly windows: never;
  readonly recurrences: never;
  readonly eligibility: "response";
  readonly forms: never;
  readonly availability: never;
  readonly attainment: never;
}

/** A level, with its known parts. */
export type NhsEnglandSla<L extends NhsEnglandLevel> = L extends "silver-plus"
  ? Sla<NhsEnglandSilverPlusNames>
  : Sla<NhsEnglandLevelNames>;

/** The readings to take; the default comes first. */
export interface NhsEnglandLevelOptions {
  /** Whose bank holidays apply. Not for Gold and Platinum, which have no bank holidays. */
  readonly division?: "england-and-wales" | "scotland" | "northern-ireland" | undefined;
  /** Whether planned maintenance is left out, or `counted` as downtime; not for Silver Plus. */
  readonly maintenance?: "excluded" | "counted" | undefined;
  /** Newer bank holidays than those shipped, or other ones. */
  readonly bankHolidays?: readonly BankHolidays[] | undefined;
}

const LEVELS: ReadonlyMap<string, unknown> = new Map<NhsEnglandLevel, unknown>([
  ["bronze", bronze],
  ["silver", silver],
  ["silver-plus", silverPlus],
  ["gold", gold],
  ["platinum", platinum],
]);

/**
 * What is expected of a service at one of NHS England's levels: how soon it resolves incidents of
 * each severity, and how available it is, both in its supported hours.
 *
 * These levels are NOT from the source documents of the catalogue. They come from a page of NHS
 * England, https://digital.nhs.uk/developer/guides-and-documentation/reference-guide#service-levels,
 * last edited on 15 December 2023, which calls them expected and not guaranteed. `toJSON().source`
 * says so too, and says what is unknown. Silver Plus also responds to severities 1 and 2 around the
 * clock. The page as it was read gives it no resolution hours and no availability, so only
 * `eligibility.response` can be asked. The page gives Platinum Plus an availability but no hours to
 * measure it in, so it is not a level here.
 *
 * NHS login is Silver: it has the same hours, resolution hours and availability.
 *
 * @param level `bronze`, `silver`, `silver-plus`, `gold` or `platinum`
 * @param options the readings to take
 * @throws {CoreHoursError} `level-unknown` for any other level.
 * @throws {DefinitionError} for an unknown option or value.
 * @example nhsEnglandLevel("gold").targets.incidentResolution.due("2026-12-25T16:00:00Z", { severity: "1" }).toISO() // "2026-12-25T20:00:00.000+00:00"
 */
export function nhsEnglandLevel<L extends NhsEnglandLevel>(
  level: L,
  options: NhsEnglandLevelOptions = {},
): NhsEnglandSla<L> {
  const policy = LEVELS.get(level);
  if (policy === undefined) throw unknownLevel(level);
  const { bankHolidays, ...choose } = options ?? {};
  // TypeScript types the words in a JSON file as plain strings; the schema checks them as they load.
  return defineSla(policy as PolicyDefinition, {
    choose,
    ...(bankHolidays && { bankHolidays }),
  }) as Sla as NhsEnglandSla<L>;
}

function unknownLevel(given: unknown): CoreHoursError {
  const levels = [...LEVELS.keys()];
  return new CoreHoursError(
    "level-unknown",
    `${show(given)} is not a service level whose hours are known; give one of ${levels.join(", ")}.`,
    { given: show(given), levels },
  );
}
