import { describe, expect, it } from "vitest";
import { defineSla, type LifecycleReading, type PolicyDefinition } from "../../../src/index";
import { always, mon, tue, utc, wed } from "../../reference/desk";

const within = (hours: number) => [[{ within: { hours, calendar: "always" } }]];
const after = (hours: number) => ({ hours, calendar: "always" });
type LineDefinition = NonNullable<PolicyDefinition["lifecycle"]>["lines"][string];

/** What is asked about tickets of a line of states, beside chains and windows by the clock. */
function lineOf(line: Partial<LineDefinition>) {
  const sla = defineSla({
    id: "desk",
    calendars: { always },
    targets: {
      fix: { allowance: { hours: 8, calendar: "always" }, runs: ["open"], stops: ["done"] },
    },
    milestones: {
      wait: {
        clause: "W-1",
        steps: [
          { id: "remind", title: "A reminder", after: after(1) },
          { id: "give-up", title: "Given up", after: after(1) },
        ],
      },
      rest: { steps: [{ id: "end", after: after(24) }] },
    },
    windows: {
      reopen: { clause: "R-1", anyOf: within(3) },
      hurry: { anyOf: within(1), inclusive: false },
    },
    lifecycle: {
      lines: {
        main: {
          starts: ["open", "waiting"],
          moves: {
            open: ["waiting", "done"],
            waiting: ["open", "done"],
            done: ["open", "closed"],
            closed: [],
          },
          ...line,
        },
      },
    },
  } as PolicyDefinition);
  return (events: readonly (readonly [at: string, state: string])[], asOf: string) =>
    sla.lifecycle(events.map(([at, state]) => ({ at, state })) as never, { asOf });
}

const said = ({ irregularities }: LifecycleReading) =>
  irregularities.map(
    ({ kind, at, state, clause, says }) => `${kind} ${utc(at)} ${state} ${clause}: ${says}`,
  );
const own = { from: "waiting", to: "done", milestone: "wait", step: "give-up" };

describe("a line", () => {
  it("is told with where it stands, since when, and what may follow", () => {
    const read = lineOf({});
    const { lines, moves } = read([[mon("09:00"), "open"]], mon("10:00"));
    expect(lines).toMatchObject([
      {
        line: "main",
        title: "main",
        clause: null,
        state: "open",
        sinceMs: Date.parse(mon("09:00")),
        allowed: ["waiting", "done"],
        next: null,
        isOver: false,
      },
    ]);
    expect(utc(lines[0]?.since ?? null)).toBe(mon("09:00"));
    expect(moves).toMatchObject([
      {
        line: "main",
        from: null,
        to: "open",
        atMs: Date.parse(mon("09:00")),
        byItself: false,
        clause: null,
      },
    ]);
    expect([lines[0], lines[0]?.allowed, moves[0]].every(Object.isFrozen)).toBe(true);
    const [named] = lineOf({ title: "The incident", clause: "X-1" })(
      [[mon("09:00"), "open"]],
      mon("10:00"),
    ).lines;
    expect([named?.title, named?.clause]).toEqual(["The incident", "X-1"]);
  });

  it("has not begun before its first event, and is over if nothing can follow", () => {
    const read = lineOf({});
    const events = [
      [mon("09:00"), "open"],
      [mon("10:00"), "done"],
      [mon("11:00"), "closed"],
    ] as const;
    expect(read(events, mon("08:59")).lines).toEqual([]);
    const [done] = read(events, mon("10:00")).lines;
    expect([done?.state, done?.isOver]).toEqual(["done", false]);
    const [closed] = read(events, mon("11:00")).lines;
    expect([closed?.state, closed?.allowed, closed?.isOver]).toEqual(["closed", [], true]);
  });

  it("goes on where nothing may be done by hand, but something happens by itself", () => {
    const byThemselves = [{ ...own, from: "done", to: "closed" }];
    const limits = [{ from: "done", to: "closed", window: "hurry" }];
    const read = lineOf({
      moves: { open: ["done"], waiting: [], done: ["closed"], closed: [] },
      byThemselves,
      within: limits,
    });
    const [done] = read([[mon("09:00"), "done"]], mon("10:30")).lines;
    expect([done?.allowed, done?.next?.to, done?.isOver]).toEqual([[], "closed", false]);
  });
});

describe("an automatic move", () => {
  const read = lineOf({ byThemselves: [own] });
  const waiting = [
    [mon("09:00"), "open"],
    [mon("10:00"), "waiting"],
  ] as const;

  it("comes two hours after the state, at that instant and not before", () => {
    const [before] = read(waiting, mon("11:59")).lines;
    expect(before?.next).toMatchObject({
      to: "done",
      atMs: Date.parse(mon("12:00")),
      title: "Given up",
      clause: "W-1",
      provisional: false,
    });
    expect([before?.state, utc(before?.next?.at ?? null)]).toEqual(["waiting", mon("12:00")]);
    expect(Object.isFrozen(before?.next)).toBe(true);
    const { lines, moves, history } = read(waiting, mon("12:00"));
    expect([lines[0]?.state, utc(lines[0]?.since ?? null)]).toEqual(["done", mon("12:00")]);
    expect(moves.at(-1)).toMatchObject({
      from: "waiting",
      to: "done",
      byItself: true,
      clause: "W-1",
      atMs: Date.parse(mon("12:00")),
    });
    expect(history.map(({ state }) => state)).toEqual(["open", "waiting", "done"]);
  });

  it("has the clause of the move, if the move names one", () => {
    const named = lineOf({ byThemselves: [{ ...own, clause: "X-1" }] });
    expect(named(waiting, mon("11:00")).lines[0]?.next?.clause).toBe("X-1");
    expect(named(waiting, mon("13:00")).moves.at(-1)?.clause).toBe("X-1");
  });

  it("comes after an event of the same instant, and may lead on to another", () => {
    const answered = read([...waiting, [mon("12:00"), "open"]], mon("13:00"));
    expect([answered.lines[0]?.state, said(answered)]).toEqual(["open", []]);
    expect(answered.moves.map(({ to }) => to)).toEqual(["open", "waiting", "open"]);
    const sooner = read([...waiting, [mon("11:00"), "open"]], mon("13:00"));
    expect(sooner.moves.map(({ to, byItself }) => [to, byItself])).toEqual([
      ["open", false],
      ["waiting", false],
      ["open", false],
    ]);
    const on = lineOf({
      byThemselves: [own, { from: "done", to: "closed", milestone: "rest", step: "end" }],
    });
    // Two hours after Monday 10:00, and a day later.
    const { moves, lines } = on(waiting, tue("12:00"));
    expect(moves.map(({ to, at }) => [to, utc(at)])).toEqual([
      ["open", mon("09:00")],
      ["waiting", mon("10:00")],
      ["done", mon("12:00")],
      ["closed", tue("12:00")],
    ]);
    expect(lines[0]?.isOver).toBe(true);
  });

  it("may be recorded later, which is not a second move", () => {
    const { moves, irregularities } = read([...waiting, [mon("15:00"), "done"]], mon("16:00"));
    expect(moves).toHaveLength(3);
    expect(irregularities).toEqual([]);
  });

  it("makes what its state alone allowed late, by its clause and its instant", () => {
    const late = "by itself on Mon 16 Nov 2026 12:00";
    expect(said(read([...waiting, [mon("15:00"), "waiting"]], mon("16:00")))).toEqual([
      `impossible-move ${mon("15:00")} waiting null: "waiting" cannot follow "done"; "open", "closed" may`,
    ]);
    const line = {
      moves: { open: ["waiting"], waiting: ["called", "done"], done: [], called: ["waiting"] },
      byThemselves: [own],
    };
    const called = [...waiting, [mon("15:00"), "called"]] as const;
    expect(said(lineOf(line)(called, mon("16:00")))).toEqual([
      `late-move ${mon("15:00")} called W-1: "called" comes after it had left "waiting" ${late}`,
    ]);
    // The clause of the chain is that of the move; without either, it is that of the line.
    const resting = { ...own, milestone: "rest", step: "end" };
    const slow = lineOf({ ...line, clause: "X-1", byThemselves: [resting] });
    expect(said(slow([...waiting, [wed("09:00"), "called"]], wed("10:00")))).toEqual([
      `late-move ${wed("09:00")} called X-1: "called" comes after it had left "waiting" by itself on Tue 17 Nov 2026 10:00`,
    ]);
  });

  it("is named by its last time, if it came before", () => {
    const again = lineOf({
      moves: {
        open: ["waiting"],
        waiting: ["called", "done"],
        done: ["open"],
        called: ["waiting"],
      },
      byThemselves: [own],
    });
    const events = [
      ...waiting,
      [mon("13:00"), "open"],
      [mon("14:00"), "waiting"],
      [mon("17:00"), "called"],
    ] as const;
    // The second time, it left the state two hours after 14:00.
    expect(said(again(events, mon("18:00")))).toEqual([
      `late-move ${mon("17:00")} called W-1: "called" comes after it had left "waiting" by itself on Mon 16 Nov 2026 16:00`,
    ]);
  });

  it("does not make late what comes after a further event", () => {
    const again = lineOf({
      moves: { open: ["waiting"], waiting: ["called", "done"], done: ["open"], called: [] },
      byThemselves: [own],
    });
    const events = [...waiting, [mon("13:00"), "open"], [mon("17:00"), "called"]] as const;
    expect(said(again(events, mon("18:00")))).toEqual([
      `impossible-move ${mon("17:00")} called null: "called" cannot follow "open"; "waiting" may`,
    ]);
  });
});

describe("a move within a time", () => {
  const limits = [{ from: "done", to: "open", window: "reopen" }];
  const read = lineOf({ clause: "X-1", within: limits });
  const done = [
    [mon("08:00"), "open"],
    [mon("09:00"), "done"],
  ] as const;
  const late = `comes after the time for it ended on Mon 16 Nov 2026`;

  it("is allowed until its last instant", () => {
    const allowed = (at: string) => read(done, at).lines[0]?.allowed;
    expect(allowed(mon("12:00"))).toEqual(["open", "closed"]);
    expect(allowed(mon("12:00:00.001"))).toEqual(["closed"]);
    expect(said(read([...done, [mon("12:00"), "open"]], mon("13:00")))).toEqual([]);
    const reopened = [...done, [mon("12:00:00.001"), "open"]] as const;
    expect(said(read(reopened, mon("13:00")))).toEqual([
      `late-move 2026-11-16T12:00:00.001Z open R-1: "open" ${late} 12:00`,
    ]);
    // It is taken as it was recorded.
    expect(read(reopened, mon("13:00")).lines[0]?.state).toBe("open");
  });

  it("that ends before its closing has its last instant a millisecond before", () => {
    const hurried = lineOf({
      clause: "X-1",
      within: [{ from: "done", to: "open", window: "hurry", clause: "X-2" }],
    });
    const allowed = (at: string) => hurried(done, at).lines[0]?.allowed;
    expect(allowed(mon("09:59:59.999"))).toEqual(["open", "closed"]);
    expect(allowed(mon("10:00"))).toEqual(["closed"]);
    expect(said(hurried([...done, [mon("10:00"), "open"]], mon("13:00")))).toEqual([
      `late-move ${mon("10:00")} open X-2: "open" ${late} 09:59:59.999`,
    ]);
  });

  it("is its own: others from the state, and to it, have no limit", () => {
    const closed = [...done, [mon("20:00"), "closed"]] as const;
    expect(said(read(closed, mon("21:00")))).toEqual([]);
    const waited = [
      ...done,
      [mon("10:00"), "open"],
      [mon("11:00"), "waiting"],
      [mon("20:00"), "open"],
    ] as const;
    expect(said(read(waited, mon("21:00")))).toEqual([]);
  });

  it("is late after another state too, from which it is not allowed", () => {
    const closed = [...done, [mon("10:00"), "closed"]] as const;
    expect(said(read([...closed, [mon("12:00"), "open"]], mon("13:00")))).toEqual([
      `impossible-move ${mon("12:00")} open X-1: "open" cannot follow "closed"; nothing follows it`,
    ]);
    expect(said(read([...closed, [mon("12:01"), "open"]], mon("13:00")))).toEqual([
      `late-move ${mon("12:01")} open R-1: "open" ${late} 12:00`,
    ]);
  });

  it("is not late after another state from which it is always allowed", () => {
    const lenient = lineOf({
      moves: { open: ["done"], waiting: [], done: ["open", "closed"], closed: ["open"] },
      within: limits,
    });
    const events = [...done, [mon("10:00"), "closed"], [mon("20:00"), "open"]] as const;
    expect(said(lenient(events, mon("21:00")))).toEqual([]);
  });
});

describe("a move that is not listed", () => {
  const read = lineOf({});

  it("is impossible, and taken as it was recorded", () => {
    const reading = read(
      [
        [mon("09:00"), "done"],
        [mon("10:00"), "waiting"],
        [mon("11:00"), "open"],
      ],
      mon("12:00"),
    );
    expect(said(reading)).toEqual([
      `impossible-move ${mon("09:00")} done null: it begins as "done"; it may begin as "open", "waiting"`,
      `impossible-move ${mon("10:00")} waiting null: "waiting" cannot follow "done"; "open", "closed" may`,
    ]);
    expect(reading.lines[0]?.state).toBe("open");
    expect(reading.irregularities[0]?.atMs).toBe(Date.parse(mon("09:00")));
    expect(reading.irregularities.every(Object.isFrozen)).toBe(true);
  });
});
