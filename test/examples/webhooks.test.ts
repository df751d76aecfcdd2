import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { desk } from "../../examples/desk/policy";

const ROOT = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "core-hours-webhooks-"));
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const program = ["--import", "tsx", "examples/desk/webhooks.ts", join(folder, "desk.sqlite")];
  const child = spawn(process.execPath, program, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.add(child);
  const [line] = await once(child.stdout, "data");
  return { child, url: String(line).trim() };
}

async function kill(child: ChildProcess): Promise<void> {
  running.delete(child);
  child.kill("SIGKILL");
  await once(child, "exit");
}

const event = (id: number, ticket: string, at: string, state: string) => ({
  id: `e${id}`,
  ticket,
  at: `2026-11-16T${at}:00Z`,
  state,
  ...(state === "open" ? { severity: "1" } : {}),
});
/** Two tickets; the last events come late, and one is of a state that the desk does not have. */
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

const post = (url: string, body: object) =>
  fetch(`${url}/events`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

it("keeps every clock through kills, repeated webhooks and late ones, as track reads it", async () => {
  let { child, url } = await start();
  for (const [i, sent] of SENT.entries()) {
    if (i % 3 === 1) {
      // Killed while it works on the event, at whichever line it has come to: nobody has an answer.
      const answer = post(url, sent).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, i));
      await kill(child);
      await answer;
      ({ child, url } = await start());
    }
    // What was not answered is sent again, and what was answered once more, as such systems do.
    for (const again of [sent, sent, ...SENT.slice(0, i)]) {
      expect((await post(url, again)).status).toBe(200);
    }
  }
  expect((await post(url, { ...event(9, "A", "16:30", "open"), state: "lost" })).status).toBe(422);
  const asOf = "2026-11-17T09:00:00Z";
  for (const ticket of ["A", "B"]) {
    const history = SENT.filter((each) => each.ticket === ticket).map(({ id: _, ...rest }) => rest);
    const answer = await fetch(`${url}/tickets/${ticket}?asOf=${asOf}`);
    expect(await answer.json()).toEqual(
      JSON.parse(JSON.stringify(desk.track(history, { asOf, ticket }))),
    );
  }
  await kill(child);
});
