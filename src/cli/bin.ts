#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { main } from "./main";
import { processTerminal } from "./terminal";

/** The exit code of a fault of the program itself, as in sysexits.h. */
const FAULT = 70;

// What a log becomes lives until the end. Room for objects that do not would grow to 50 MB and save nothing,
// and a heap that may grow by half before it is tidied holds a third of garbage.
setFlagsFromString("--semi-space-growth-factor=1");
setFlagsFromString("--heap-growing-percent=10");

const terminal = processTerminal();
let exitCode: number;
try {
  exitCode = await main(process.argv.slice(2), terminal);
} catch (error) {
  exitCode = FAULT;
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.stderr.write(
    `core-hours: this is a fault of the program, please report it:\n${trace}\n`,
  );
}
const failure = await terminal.flushed();
if (failure !== null) {
  terminal.stderr.write(`core-hours: the output cannot be written: ${failure.message}\n`);
  exitCode = 2;
}
process.exitCode = exitCode;
