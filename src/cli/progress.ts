import { Presets, SingleBar } from "cli-progress";
import type { Terminal } from "./terminal";

/** How far a file has been read. */
export interface Progress {
  advance(bytes: number): void;
  stop(): void;
}

const silent: Progress = { advance() {}, stop() {} };

/** A bar on a terminal, for a file whose size is known; otherwise nothing. */
export function progressBar(stream: Terminal["stderr"], size: number | null): Progress {
  if (!stream.isTTY || size === null) return silent;
  const bar = new SingleBar(
    { stream, format: "reading {bar} {percentage}%", clearOnComplete: true, hideCursor: true },
    Presets.shades_grey,
  );
  bar.start(size, 0);
  return { advance: (bytes) => bar.increment(bytes), stop: () => bar.stop() };
}
