import { BPI_CHALLENGE } from "./bpi-challenge";
import { CORE_HOURS } from "./core-hours";
import { FRESHDESK } from "./freshdesk";
import { generalPresets } from "./general";
import { GLPI } from "./glpi";
import { JIRA } from "./jira";
import type { Preset } from "./preset";
import { REMEDY } from "./remedy";
import { SERVICE_NOW } from "./service-now";
import { ZENDESK } from "./zendesk";

/** What can be recognised, from the most particular to the most general. */
export const PRESETS: readonly Preset[] = [
  ...CORE_HOURS,
  ...SERVICE_NOW,
  ...JIRA,
  ...FRESHDESK,
  ...ZENDESK,
  ...REMEDY,
  ...GLPI,
  ...BPI_CHALLENGE,
  ...generalPresets(),
];
