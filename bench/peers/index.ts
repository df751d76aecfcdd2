import { byHand } from "./by-hand";
import { dateFns } from "./date-fns";
import { dayjsBusinessTime } from "./dayjs-business-time";
import { luxonBusinessDays } from "./luxon-business-days";
import { momentBusinessTime } from "./moment-business-time";
import { openingHoursJs } from "./opening-hours";
import type { Peer } from "./peer";

/** The measured libraries, in the order of the tables. */
export const PEERS: readonly Peer[] = [
  dayjsBusinessTime,
  momentBusinessTime,
  openingHoursJs,
  luxonBusinessDays,
  dateFns,
  byHand,
];
