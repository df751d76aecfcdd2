// Loaded before a program with --import: as the program ends, it writes on its fourth channel how much processor
// time it and its helper threads have used, in milliseconds, and its largest memory, in kilobytes.
import { writeSync } from "node:fs";

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1_000, maxRSS }));
});
