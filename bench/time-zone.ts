/**
 * Puts the process in London before anything else is loaded: several of the libraries that are
 * measured know no other zone than that of the process. core-hours does not look at it.
 */
process.env["TZ"] = "Europe/London";

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
if (timeZone !== "Europe/London") throw new Error(`the process is in ${timeZone}, not in London`);
