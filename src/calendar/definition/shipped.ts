import nhsLoginSupport from "../../../calendars/hours/nhs-login-support.json";
import nhsmailCore from "../../../calendars/hours/nhsmail-core.json";
import type { CalendarDefinition } from "./definition";

/** The calendars that come with the library, by name: one file each in `calendars/hours`. */
export const SHIPPED_CALENDARS: ReadonlyMap<string, CalendarDefinition> = new Map(
  [nhsmailCore, nhsLoginSupport].map((definition) => [definition.id, definition]),
);
