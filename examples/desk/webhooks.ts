/**
 * A webhook server that keeps the clocks of every ticket, wakes up when the next of them changes, and can
 * be killed at any line: what it has answered is on disk, and what it has not is sent again.
 *
 * `webhooks.ts DATABASE [PORT]`; POST /events { id, ticket, at, state, severity }, GET /tickets/ID?asOf=...,
 * GET /notices?after=NUMBER for whoever sends them on.
 */
import fastify from "fastify";
import { CoreHoursError, type HistoryEvent } from "../../src/index";
import { clocksOf, type DeskClocks, lastMsOf } from "./policy";
import { openStore } from "./store";

const [path = ":memory:", port = "0"] = process.argv.slice(2);
const store = openStore(path);

/** An event as the ticket system sends it; sent twice, it has the same id. */
interface Webhook extends HistoryEvent {
  readonly id: string;
  readonly ticket: string;
}

/** Keeps the clocks of a ticket with all that has happened by itself by an instant. */
function keep(ticket: string, clocks: DeskClocks, atMs: number): void {
  const readings = Object.values(clocks.read(atMs));
  for (const { target, warnings, escalations, breaches } of readings) {
    const noted = [
      ...warnings.flatMap((each) => (each.passed ? [[`${each.share} used`, each.atMs]] : [])),
      ...escalations.flatMap((each) => (each.passed ? [[each.id, each.atMs]] : [])),
      ...breaches.map((each) => ["breach", each.atMs]),
    ] as const;
    for (const [what, whenMs] of noted) {
      store.notice({ ticket, target, what: String(what), atMs: Number(whenMs) });
    }
  }
  const changes = readings.flatMap(({ nextChange }) => nextChange?.atMs ?? []);
  store.keep({
    ticket,
    saved: JSON.stringify(clocks.save()),
    nextMs: changes.length === 0 ? null : Math.min(...changes),
    isOpen: readings.some(({ stoppedAt }) => stoppedAt === null),
  });
}

/** Takes an event once. */
function take({ id, ...event }: Webhook): void {
  if (!store.remember(id)) return;
  const { ticket, at } = event;
  const clocks = clocksOf(ticket, store.kept(ticket)?.saved);
  // What came before the event is noted even if the event starts a clock afresh.
  const atMs = typeof at === "number" ? at : Date.parse(String(at));
  if (atMs > lastMsOf(clocks)) keep(ticket, clocks, atMs);
  clocks.take(event, { late: "replay" });
  // What has passed since the last event is noted on waking up.
  keep(ticket, clocks, lastMsOf(clocks));
}

/** Notes what has changed by itself. */
function wakeUp(nowMs: number): void {
  for (const { ticket, saved, nextMs } of store.dueBy(nowMs)) {
    keep(ticket, clocksOf(ticket, saved), nextMs ?? nowMs);
  }
}

/** Sleeps until the next change, at most an hour. */
let timer: NodeJS.Timeout | undefined;
function sleep(): void {
  clearTimeout(timer);
  const nextMs = store.nextMs();
  if (nextMs === null) return;
  const untilMs = Math.min(Math.max(0, nextMs - Date.now()), 3_600_000);
  timer = setTimeout(() => {
    store.atOnce(() => wakeUp(Date.now()));
    sleep();
  }, untilMs);
}

const server = fastify();
server.setErrorHandler((error, _request, reply) =>
  error instanceof CoreHoursError ? reply.code(422).send(error) : reply.send(error),
);
const text = { type: "string", minLength: 1 } as const;
server.post<{ Body: Webhook }>(
  "/events",
  {
    schema: {
      body: { type: "object", required: ["id", "ticket"], properties: { id: text, ticket: text } },
    },
  },
  async ({ body }) => {
    store.atOnce(() => take(body));
    sleep();
    return { taken: body.id };
  },
);
server.get<{ Params: { ticket: string }; Querystring: { asOf?: string } }>(
  "/tickets/:ticket",
  async ({ params: { ticket }, query: { asOf } }) => {
    const clocks = clocksOf(ticket, store.kept(ticket)?.saved);
    return clocks.read(asOf ?? Math.max(Date.now(), lastMsOf(clocks)));
  },
);
server.get<{ Querystring: { after?: string } }>("/notices", async ({ query: { after } }) =>
  store.noticesAfter(Number(after ?? 0)),
);
console.log(await server.listen({ port: Number(port) }));
sleep();
