/**
 * Puts the process in London before anything else is loaded, because several of the measured libraries know
 * only the zone of the process. core-hours does not look at it.
 */
process.env["TZ"] = "Europe/London";

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
if (timeZone !== "Europe/London") throw new Error(`the process is in ${timeZone}, not in London`);
