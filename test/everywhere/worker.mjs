/** Runs the checks of the timeline in a worker, which has no import map: it imports nothing else. */
import * as timeline from "../../dist/timeline.js";
import { timelineChecks } from "./checks.mjs";

const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
postMessage({ ...(await timelineChecks(timeline)), timeZone, locale });
