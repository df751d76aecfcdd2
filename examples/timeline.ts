/** What happened to a ticket, and when? Its life as a picture, or a team's month. */
import { runTimeline } from "./lib/picture/run-timeline";
import { processTerminal } from "./lib/process-terminal";

process.exitCode = await runTimeline(process.argv.slice(2), processTerminal());
