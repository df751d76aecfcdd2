/** Compares what gov.uk publishes with the bank holidays that come with the library. */
import { run } from "./bank-holidays/run";

process.exitCode = await run(process.argv.slice(2), console.log);
