import { setTimeout as pass } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { desk as policy } from "../../examples/desk/policy";
import { Desk, post, type Running } from "./desk";

const desk = new Desk();
afterAll(() => desk.close());

/** Monday 16 November 2026, when London is on GMT and the office is open from 09:00 to 17:00. */
const ms = (time: string) => Date.parse(`2026-11-16T${time}Z`);

const event = (id: number, ticket: string, at: string, state: string) => ({
  id: `e${id}`,
  ticket,
  at: `2026-11-16T${at}:00Z`,
  state,
  ...(state === "open" ? { severity: "1" } : {}),
});
/** Two tickets; the last events come late. */
const SENT = [
  event(1, "A", "09:00", "open"),
  event(2, "B", "09:30", "open"),
  event(3, "A", "11:00", "open"),
  event(4, "B", "15:00", "done"),
  event(5, "A", "16:00", "done"),
  event(6, "A", "09:15", "waiting"),
  event(7, "B", "10:00", "waiting"),
  event(8, "B", "12:00", "open"),
];

const START = "webhooks.ts";
const read = async (url: string, path: string) => (await fetch(`${url}${path}`)).json();

/** What was noted, as `ticket target what time`. */
async function notices(url: string): Promise<readonly string[]> {
  const all: { ticket: string; target: string; what: string; atMs: number }[] = await read(
    url,
    "/notices",
  );
  return all.map(({ ticket, target, what, atMs }) =>
    [ticket, target, what, new Date(atMs).toISOString().slice(11, 19)].join(" "),
  );
}

it("keeps every clock through kills, repeated webhooks and late ones, as track reads it", async () => {
  const database = "kept.sqlite";
  let running = await desk.start(START, ms("17:00:00"), database);
  for (const [i, sent] of SENT.entries()) {
    if (i % 3 === 1) {
      // Killed while it works on the event, at whichever line it has come to: nobody has an answer.
      const answer = post(running.url, sent);
      await pass(i);
      await running.kill();
      await answer;
      running = await desk.start(START, ms("17:00:00"), database);
    }
    // What was not answered is sent again, and what was answered once more, as such systems do.
    for (const again of [sent, sent, ...SENT.slice(0, i)]) {
      expect(await post(running.url, again)).toBe(200);
    }
  }
  expect(await post(running.url, { ...event(9, "A", "16:30", "open"), state: "lost" })).toBe(422);
  expect(await post(running.url, { ...event(9, "A", "16:30", "open"), at: "2026-11-16" })).toBe(
    422,
  );
  expect(await post(running.url, { ticket: "A", at: "2026-11-16T16:30:00Z" })).toBe(400);
  const asOf = "2026-11-17T09:00:00Z";
  for (const ticket of ["A", "B"]) {
    const history = SENT.filter((each) => each.ticket === ticket).map(({ id: _, ...rest }) => rest);
    const answer = await read(running.url, `/tickets/${ticket}?asOf=${asOf}`);
    expect(answer).toEqual(JSON.parse(JSON.stringify(policy.track(history, { asOf, ticket }))));
  }
  await running.kill();
});

it("wakes up at the instant at which a reading changes, and not before", async () => {
  const { url, moveTo, kill } = await desk.start(START, ms("09:00:00"), "woken.sqlite");
  await post(url, event(1, "A", "09:00", "open"));
  // The hour for a reply ends at 10:00, which is still in time: it is over a millisecond later.
  await moveTo(ms("10:00:00"));
  expect(await notices(url)).toEqual([]);
  await moveTo(ms("10:00:00.001"));
  expect(await notices(url)).toEqual(["A reply breach 10:00:00"]);
  // Three of the four hours for a fix are used at noon.
  await moveTo(ms("11:59:59.999"));
  expect(await notices(url)).toHaveLength(1);
  await moveTo(ms("12:00:00"));
  expect((await notices(url)).slice(1)).toEqual(["A fix 0.75 used 12:00:00"]);
  // A pause of an hour moves the end of the fourth hour from 13:00 to 14:00.
  await post(url, event(2, "A", "12:30", "waiting"));
  await moveTo(ms("13:30:00"));
  await post(url, event(3, "A", "13:30", "open"));
  await moveTo(ms("14:00:00"));
  expect(await notices(url)).toHaveLength(2);
  await moveTo(ms("16:00:00"));
  expect((await notices(url)).slice(2)).toEqual(["A fix breach 14:00:00"]);
  await kill();
});

it("notes what changed while it was down, also if an event comes first that ends it", async () => {
  const before = await desk.start(START, ms("09:00:00"), "down.sqlite");
  await post(before.url, event(1, "A", "09:00", "open"));
  await before.kill();
  const after = await desk.start(START, ms("15:00:00"), "down.sqlite");
  // Nothing has woken it up yet; the fix came after its four hours.
  await post(after.url, event(2, "A", "14:00", "done"));
  expect(await notices(after.url)).toEqual([
    "A reply breach 10:00:00",
    "A fix 0.75 used 12:00:00",
    "A fix breach 13:00:00",
  ]);
  await after.kill();
});

it("survives a kill before every statement of its database, with each notice noted once", async () => {
  const database = "killed.sqlite";
  let nowMs = ms("09:00:00");
  let kills = 0;
  /** Does a step again and again, killed one statement later each time, until it is not killed. */
  const killedEverywhere = async (step: (running: Running) => Promise<boolean>) => {
    for (let statement = 1; ; statement++) {
      const running = await desk.start(START, nowMs, database);
      await running.killBefore(statement);
      const isDone = await step(running);
      if (isDone) {
        await running.killBefore(Number.MAX_SAFE_INTEGER);
        return running;
      }
      kills++;
    }
  };
  const sent =
    (given: object) =>
    async ({ url }: Running) =>
      (await post(url, given)) === 200;
  const moved = (time: string) => async (running: Running) => {
    const isThere = await running.moveTo(ms(time));
    if (isThere) nowMs = ms(time);
    return isThere;
  };

  await (await killedEverywhere(sent(event(1, "A", "09:00", "open")))).kill();
  const woken = await killedEverywhere(moved("12:30:00"));
  await post(woken.url, event(2, "A", "12:30", "waiting"));
  await woken.kill();
  // It comes two hours late: the half hour that is left of the fix was over at 14:30.
  nowMs = ms("16:00:00");
  await (await killedEverywhere(sent(event(3, "A", "14:00", "open")))).kill();
  const running = await killedEverywhere(moved("16:00:00"));
  expect(await notices(running.url)).toEqual([
    "A reply breach 10:00:00",
    "A fix 0.75 used 12:00:00",
    "A fix breach 14:30:00",
  ]);
  expect(kills).toBeGreaterThan(15);
  await running.kill();
}, 600_000);
