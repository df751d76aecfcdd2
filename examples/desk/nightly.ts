/**
 * A nightly batch: every event of the log through all targets, in memory that grows with the open tickets
 * and the names of the closed ones, and not with the events.
 *
 * `nightly.ts AS_OF < events.ndjson > results.csv`; a line is { ticket, at, state, severity }.
 */
import { createInterface } from "node:readline";
import type { TicketEvent } from "../../src/index";
import { desk } from "./policy";

async function* eventsIn(input: NodeJS.ReadableStream): AsyncGenerator<TicketEvent> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== "") yield JSON.parse(line);
  }
}

const [asOf = ""] = process.argv.slice(2);
const columns = ["ticket", "target", "status", "dueAtMs", "breachedAtMs", "error"];
const quoted = (value: unknown) => `"${String(value ?? "").replaceAll('"', '""')}"`;

/** Writes a line, and waits where whoever reads them is slower. */
async function print(cells: readonly unknown[]): Promise<void> {
  if (process.stdout.write(`${cells.map(quoted).join(",")}\n`)) return;
  await new Promise((resolve) => process.stdout.once("drain", resolve));
}

await print(columns);
const results = desk.trackStream(eventsIn(process.stdin), { asOf, closedBy: ["done"] });
for await (const result of results) {
  const { ticket, target } = result;
  if (result.error) await print([ticket, target, "", "", "", result.error.message]);
  else await print([ticket, target, result.status, result.dueAtMs, result.breachedAtMs, ""]);
}
