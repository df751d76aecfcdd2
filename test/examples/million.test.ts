import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { expect, it } from "vitest";

const TICKETS = 250_000;
const STATES = ["open", "waiting", "open", "done"];
/** Monday 4 January 2027 09:00 in London. */
const START_MS = Date.parse("2027-01-04T09:00:00Z");

/** A log of four events for each ticket, a ticket every half minute, so some forty are open at a time. */
function* log(): Generator<string> {
  for (let i = 0; i < STATES.length * TICKETS; i++) {
    // The state that comes a third and a fourth belongs to a ticket that began that much earlier.
    const place = i % STATES.length;
    const ticket = Math.floor(i / STATES.length) - place * 10;
    const atMs = START_MS + i * 7_500;
    const event = { ticket: `T${ticket}`, at: new Date(atMs).toISOString(), state: STATES[place] };
    if (ticket >= 0) yield `${JSON.stringify(place === 0 ? { ...event, severity: "1" } : event)}\n`;
  }
}

it("judges a million events in 128 MB", async () => {
  const asOf = new Date(START_MS + STATES.length * TICKETS * 7_500).toISOString();
  const program = ["--max-old-space-size=128", "--import", "tsx", "examples/desk/nightly.ts", asOf];
  const child = spawn(process.execPath, program, {
    cwd: join(import.meta.dirname, "../.."),
    stdio: ["pipe", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  Readable.from(log()).pipe(child.stdin);
  const seen = new Map<string, number>();
  for await (const line of createInterface({ input: child.stdout })) {
    const [, target = "", status = ""] = line.replaceAll('"', "").split(",");
    const key = `${target} ${status}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  expect(await exited).toEqual([0, null]);
  // A ticket waits after five minutes, which is its reply, and is done after a quarter of an hour; the
  // last thirty are still open or wait.
  const count = (target: string) =>
    [...seen].reduce((sum, [key, n]) => sum + (key.startsWith(`${target} `) ? n : 0), 0);
  expect([count("reply"), count("fix")]).toEqual([TICKETS, TICKETS]);
  expect(seen.get("reply met")).toBe(TICKETS - 10);
  expect(seen.get("fix met")).toBe(TICKETS - 30);
}, 600_000);
