/**
 * A webhook server that keeps the clocks of every ticket in SQLite, wakes up when the next of them changes,
 * and can be killed at any line: what it has answered is on disk, and what it has not is sent again.
 *
 * `webhooks.ts DATABASE [PORT]`; POST /events { id, ticket, at, state, severity }, GET /tickets/ID?asOf=...
 */
import Database from "better-sqlite3";
import fastify from "fastify";
import { CoreHoursError, type HistoryEvent, type Readings } from "../../src/index";
import { desk } from "./policy";

const [path = ":memory:", port = "0"] = process.argv.slice(2);
const database = new Database(path);
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec(`
  CREATE TABLE IF NOT EXISTS events (id TEXT PRIMARY KEY);
  CREATE TABLE IF NOT EXISTS clocks (ticket TEXT PRIMARY KEY, saved TEXT NOT NULL, nextMs REAL);
  CREATE INDEX IF NOT EXISTS due ON clocks (nextMs);
  CREATE TABLE IF NOT EXISTS notices (ticket TEXT, target TEXT, kind TEXT, atMs REAL,
    PRIMARY KEY (ticket, target, kind, atMs));
`);
const remember = database.prepare<[string]>("INSERT OR IGNORE INTO events VALUES (?)");
const clockOf = database.prepare<[string], { saved: string; nextMs: number | null }>(
  "SELECT saved, nextMs FROM clocks WHERE ticket = ?",
);
const keep = database.prepare<[string, string, number | null]>(
  "INSERT OR REPLACE INTO clocks VALUES (?, ?, ?)",
);
const dueBy = database.prepare<[number], { ticket: string; nextMs: number }>(
  "SELECT ticket, nextMs FROM clocks WHERE nextMs <= ? ORDER BY nextMs LIMIT 100",
);
const earliest = database.prepare<[], { nextMs: number | null }>(
  "SELECT min(nextMs) AS nextMs FROM clocks",
);
const notice = database.prepare<[string, string, string, number]>(
  "INSERT OR IGNORE INTO notices VALUES (?, ?, ?, ?)",
);

/** An event as the ticket system sends it; sent twice, it has the same id. */
interface Webhook extends HistoryEvent {
  readonly id: string;
  readonly ticket: string;
}

function clockFor(ticket: string) {
  const row = clockOf.get(ticket);
  return desk.follow({
    ticket,
    keepWorking: true, // So events that come late can be put in their place.
    from: row && JSON.parse(row.saved),
  });
}

/** The first instant at which a reading of the ticket changes by itself. */
function nextOf(readings: Readings<"reply" | "fix">): number | null {
  const next = Object.values(readings).flatMap(({ nextChange }) => nextChange?.atMs ?? []);
  return next.length === 0 ? null : Math.min(...next);
}

/** Takes an event once, in one transaction: either all of it is on disk, or none. */
const take = database.transaction(({ id, ...event }: Webhook) => {
  if (remember.run(id).changes === 0) return; // It has been taken before.
  const { ticket } = event;
  const clock = clockFor(ticket);
  clock.take(event, { late: "replay" });
  // As of its last event, so what has passed since is noticed on waking up.
  const lastMs = Math.max(...(clock.save().history ?? []).map(({ atMs }) => atMs));
  keep.run(ticket, JSON.stringify(clock.save()), nextOf(clock.read(lastMs)));
});

/** Notes what has changed by itself, and looks for what changes next. */
const wakeUp = database.transaction((nowMs: number) => {
  for (const { ticket, nextMs } of dueBy.all(nowMs)) {
    const clock = clockFor(ticket);
    const before = clock.read(nextMs - 1);
    for (const { target, nextChange } of Object.values(before)) {
      if (nextChange?.atMs === nextMs) notice.run(ticket, target, nextChange.kind, nextMs);
    }
    keep.run(ticket, JSON.stringify(clock.save()), nextOf(clock.read(nextMs)));
  }
});

let timer: NodeJS.Timeout | undefined;
function sleep(): void {
  clearTimeout(timer);
  const nextMs = earliest.get()?.nextMs ?? null;
  if (nextMs === null) return;
  const untilMs = Math.min(Math.max(0, nextMs - Date.now()), 3_600_000);
  timer = setTimeout(() => {
    wakeUp(Date.now());
    sleep();
  }, untilMs);
}

const server = fastify();
server.post<{ Body: Webhook }>("/events", async ({ body }, reply) => {
  try {
    take.immediate(body);
  } catch (error) {
    if (!(error instanceof CoreHoursError)) throw error;
    return reply.code(422).send(error);
  }
  sleep();
  return { taken: body.id };
});
server.get<{ Params: { ticket: string }; Querystring: { asOf?: string } }>(
  "/tickets/:ticket",
  async ({ params, query }) => clockFor(params.ticket).read(query.asOf ?? Date.now()),
);
console.log(await server.listen({ port: Number(port) }));
sleep();
