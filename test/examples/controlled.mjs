/**
 * Loaded before a program of the desk: its clock stands still until a message moves it, and a message
 * says before which statement of its database it is killed.
 */
import { createRequire } from "node:module";
import { join } from "node:path";

const Database = createRequire(join(process.cwd(), "examples/desk/"))("better-sqlite3");

let nowMs = Number(process.env.NOW_MS);
let killBefore = Number.POSITIVE_INFINITY;
let sleeping = [];

Date.now = () => nowMs;
globalThis.setTimeout = (act, ms = 0) => {
  const sleeper = { act, atMs: nowMs + ms, unref: () => sleeper, ref: () => sleeper };
  sleeping.push(sleeper);
  return sleeper;
};
globalThis.clearTimeout = (given) => {
  sleeping = sleeping.filter((sleeper) => sleeper !== given);
};

/** Wakes every sleeper in turn, each at its own instant. */
function moveTo(toMs) {
  for (;;) {
    const [next] = sleeping.sort((a, b) => a.atMs - b.atMs);
    if (next === undefined || next.atMs > toMs) break;
    sleeping.shift();
    nowMs = Math.max(nowMs, next.atMs);
    next.act();
  }
  nowMs = toMs;
}

const { prepare } = Database.prototype;
Database.prototype.prepare = function prepareCounted(...text) {
  const statement = prepare.apply(this, text);
  for (const way of ["run", "get", "all"]) {
    const act = statement[way].bind(statement);
    statement[way] = (...values) => {
      killBefore--;
      if (killBefore === 0) process.kill(process.pid, "SIGKILL");
      return act(...values);
    };
  }
  return statement;
};

process.on("message", ({ toMs, killBefore: count }) => {
  if (count !== undefined) killBefore = count;
  if (toMs !== undefined) moveTo(toMs);
  process.send("done");
});
