import {
  type CalendarDefinition,
  defineCalendar,
  defineSla,
  type PolicyDefinition,
  SERVICES,
  type Sla,
  type WorkingCalendar,
} from "../index";
import { InputError } from "../tickets/log/problems";
import { quoted } from "../words/printable";
import { inFile, readJson } from "./files";

/**
 * The calendar that the command line names: a shipped calendar, the calendar of a service, or a calendar
 * in a JSON file, which may hold a calendar or a policy.
 *
 * @param which the name of one of the policy's calendars; undefined for its only one
 * @throws {InputError} if no calendar has the name, or if a policy has several and none is named
 */
export async function calendarNamed(
  name: string,
  which: string | undefined,
): Promise<WorkingCalendar> {
  if (name.endsWith(".json")) return calendarIn(name, await readJson(name), which);
  const services = SERVICES.map(({ define }) => define());
  const service = services.find(({ id }) => id === name);
  if (service) return calendarOf(service, which);
  // A policy may take a shipped calendar by name; that calendar keeps the shipped id.
  const shipped = services.flatMap(({ calendars }) =>
    Object.entries(calendars).flatMap(([own, each]) => (each.id === own ? [] : [each])),
  );
  const calendar = shipped.find(({ id }) => id === name);
  if (calendar) return calendar;
  const names = [...services, ...shipped].map(({ id }) => id);
  throw new InputError(
    `${quoted(name)} is neither a JSON file nor one of ${[...new Set(names)].join(", ")}`,
  );
}

function calendarIn(path: string, json: unknown, which: string | undefined): WorkingCalendar {
  // Whatever the file holds, defineSla and defineCalendar check it.
  if (typeof json === "object" && json !== null && "targets" in json) {
    return calendarOf(
      inFile(path, () => defineSla(json as PolicyDefinition)),
      which,
    );
  }
  if (which !== undefined) {
    throw new InputError(`--calendar ${quoted(which)}: ${path} is a calendar itself, not a policy`);
  }
  return inFile(path, () => defineCalendar(json as CalendarDefinition));
}

function calendarOf({ id, calendars }: Sla, which: string | undefined): WorkingCalendar {
  const names = Object.keys(calendars);
  const [only, another] = Object.values(calendars);
  if (which === undefined && only && !another) return only;
  const named = Object.entries(calendars).find(([name]) => name === which);
  if (named) return named[1];
  throw new InputError(
    which === undefined
      ? `${id} has several calendars; name one with --calendar: ${names.join(", ")}`
      : `${id} has no calendar ${quoted(which)}; it has ${names.join(", ")}`,
  );
}
