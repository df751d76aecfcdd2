/**
 * A page that counts down what is left of every promise, from the clocks that the webhook server keeps.
 *
 * `countdown.ts DATABASE [PORT]`; the page is `countdown.html`, and reads snapshots by `core-hours/live`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fastify from "fastify";
import { snapshot } from "../../src/index";
import { clocksOf, lastMsOf } from "./policy";
import { openStore } from "./store";

const DAY_MS = 86_400_000;
const [path = ":memory:", port = "0"] = process.argv.slice(2);
const store = openStore(path);

/** Every clock that has not stopped, as the page reads it over the next day. */
function snapshots(nowMs: number) {
  return store.open().flatMap(({ ticket, saved }) => {
    const clocks = clocksOf(ticket, saved);
    // The clock of the ticket system may be a little ahead of this one.
    const asOfMs = Math.max(nowMs, lastMsOf(clocks));
    return Object.values(clocks.read(asOfMs))
      .filter(({ stoppedAt }) => stoppedAt === null)
      .map((reading) => snapshot(reading, { until: asOfMs + DAY_MS }));
  });
}

const server = fastify();
server.get("/", async (_request, reply) =>
  reply
    .type("text/html; charset=utf-8")
    .send(readFileSync(join(import.meta.dirname, "countdown.html"))),
);
server.get("/snapshots", async () => {
  const nowMs = Date.now();
  return { nowMs, snapshots: snapshots(nowMs) };
});

// The files of the built `core-hours/live`; elsewhere it is import.meta.resolve("core-hours/live").
const library = new URL("../../dist/live.js", import.meta.url);
server.get<{ Params: { file: string } }>("/core-hours/:file", async ({ params }, reply) => {
  if (!/^(live|chunk-\w+)\.js$/.test(params.file)) return reply.callNotFound();
  return reply.type("text/javascript").send(readFileSync(new URL(params.file, library)));
});
console.log(await server.listen({ port: Number(port) }));
