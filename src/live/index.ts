export { format, textAt } from "./format";
export { elapsedAt, type LiveReading, readAt, remainingAt, statusAt } from "./read";
export type { LiveStatus, LiveWarning, Lost, Snapshot, Stage } from "./snapshot";
