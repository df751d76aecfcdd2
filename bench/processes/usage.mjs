// Loaded before a program with --import: as the program ends, it writes on its fourth channel how much processor
// time it and its helper threads have used, in milliseconds, and its largest memory, in kilobytes.
import { existsSync, readFileSync, writeSync } from "node:fs";

const STATUS = "/proc/self/status";

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const memory = largestMemory() ?? maxRSS;
  writeSync(3, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1_000, maxRSS: memory }));
});

/** On Linux, maxRSS counts what the process that started this one held then; the kernel's own mark does not. */
function largestMemory() {
  if (!existsSync(STATUS)) return null;
  const [, kB] = /VmHWM:\s*(\d+) kB/.exec(readFileSync(STATUS, "utf8")) ?? [];
  return kB === undefined ? null : Number(kB);
}
