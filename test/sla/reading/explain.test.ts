import { describe, expect, it } from "vitest";
import { defineSla, explain, nhsLogin, nhsmail } from "../../../src";
import { deskTarget, mon, tue } from "../../reference/desk";
import { reopened, waiting } from "./full-readings";

const lines = (...text: readonly string[]) => text.join("\n");

const always = defineSla({
  id: "desk",
  calendars: { always: { timeZone: "Europe/London", hours: { daily: ["00:00-24:00"] } } },
  targets: {
    fix: {
      title: "Fix",
      allowance: { hours: 5, calendar: "always" },
      runs: ["open"],
      pauses: ["waiting"],
      stops: ["done"],
      cancels: ["void"],
    },
  },
}).targets.fix;

describe("explain", () => {
  it("prints the working of a ticket, stretch by stretch", () => {
    // Friday 20 November 2026. 5 h to 22:00; the weekend; then 2 h on Monday.
    const reading = nhsmail().targets.incidentResolution.track(
      [
        { at: "2026-11-20T17:00:00Z", state: "new" },
        { at: "2026-11-23T09:00:00Z", state: "awaiting-user-info" },
      ],
      { asOf: "2026-11-23T12:30:00Z", ticket: "NM-1" },
    );
    // 41 h are left: 9.5 h on Monday from 12:30, 15 h on Tuesday and Wednesday, 1.5 h on Thursday.
    const withoutRule = explain(reading)
      .split("\n")
      .filter((line) => !/^(?:NM-\d\d,|read as)/.test(line));
    expect(withoutRule.join("\n")).toBe(
      lines(
        "NM-1: Incident resolution (NM-06): paused",
        "7 h of 48 h used, 41 h left; times in Europe/London",
        "started Fri 20 Nov 2026 17:00; due if resumed now Thu 26 Nov 2026 08:30; as of Mon 23 Nov 2026 12:30",
        "",
        "from                   to                     state               counted  total  why",
        "Fri 20 Nov 2026 17:00  Fri 20 Nov 2026 22:00  new                 5 h      5 h    counted",
        "Fri 20 Nov 2026 22:00  Sat 21 Nov 2026 00:00  new                 0        5 h    out of hours",
        "Sat 21 Nov 2026 00:00  Mon 23 Nov 2026 00:00  new                 0        5 h    weekend",
        "Mon 23 Nov 2026 00:00  Mon 23 Nov 2026 07:00  new                 0        5 h    out of hours",
        "Mon 23 Nov 2026 07:00  Mon 23 Nov 2026 09:00  new                 2 h      7 h    counted",
        "Mon 23 Nov 2026 09:00  Mon 23 Nov 2026 12:30  awaiting-user-info  0        7 h    paused: awaiting-user-info",
      ),
    );
  });

  it("says of a midnight that something is due at the end of the day before", () => {
    const { fix } = defineSla({
      id: "days",
      calendars: { core: { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } } },
      targets: {
        fix: { allowance: { workingDays: 1, calendar: "core" }, runs: ["open"], stops: ["done"] },
      },
    }).targets;
    // Received on Tue 5 May, so a working day ends with Wed 6 May.
    const text = explain(
      fix.track([{ at: "2026-05-05T08:00:00Z", state: "open" }], { asOf: "2026-05-08T08:00:00Z" }),
    );
    expect(text).toContain(
      "started Tue 5 May 2026 09:00; due end of Wed 6 May 2026; breached end of Wed 6 May 2026; as of Fri 8 May 2026 09:00",
    );
  });

  it("names bank holidays, the severity, the breach and what is over", () => {
    const text = explain(
      nhsLogin().targets.incidentResolution.track(
        [
          { at: "2026-12-24T16:00:00Z", state: "new", severity: "1" },
          { at: "2026-12-29T11:00:00Z", state: "resolved" },
        ],
        { asOf: "2026-12-29T11:00:00Z", ticket: "NL-1" },
      ),
    );
    // 2 h on Christmas Eve, 2 h on the 29th, and an hour too many.
    expect(text).toContain("NL-1: Incident resolution (NL-SEV1), severity 1: breached\n");
    expect(text).toContain("5 h of 4 h used, 1 h over;");
    expect(text).toContain(
      "due Tue 29 Dec 2026 10:00; breached Tue 29 Dec 2026 10:00; stopped Tue 29 Dec 2026 11:00;",
    );
    expect(text).toMatch(/Fri 25 Dec 2026 00:00 {2}Sat 26 Dec .* bank holiday: Christmas Day$/m);
    expect(text).toMatch(/Mon 28 Dec 2026 00:00 {2}Tue 29 Dec .* bank holiday: Boxing Day$/m);
  });

  it("quotes the rule that was applied, and says how it is read", () => {
    const { fix } = defineSla({
      id: "desk",
      calendars: { always: { timeZone: "UTC", hours: { daily: ["00:00-24:00"] } } },
      clauses: {
        "D-1": {
          document: "The paper, 2026",
          quotes: ["within 5 hours", "by the clock"],
          reading: "by the clock",
          inferred: true,
        },
      },
      targets: {
        fix: {
          clause: "D-1",
          allowance: { hours: 5, calendar: "always" },
          runs: ["open"],
          stops: ["done"],
        },
      },
    }).targets;
    const reading = fix.track([{ at: 0, state: "open" }], { asOf: 0 });
    expect(explain(reading)).toContain(
      '\nD-1, The paper, 2026: "within 5 hours" "by the clock"\nread as (inferred): by the clock\n',
    );
  });

  it("shows the offset if a time is ambiguous or the clocks change within a stretch", () => {
    // The clocks go back from 02:00 BST to 01:00 GMT on 25 October 2026.
    const text = explain(
      always.track(
        [
          { at: "2026-10-24T23:00:00Z", state: "open" },
          { at: "2026-10-25T00:30:00Z", state: "waiting" },
          { at: "2026-10-25T01:30:00Z", state: "open" },
          { at: "2026-10-25T03:00:00Z", state: "waiting" },
        ],
        { asOf: "2026-10-25T04:00:00Z" },
      ),
    );
    expect(text.split("\n").slice(-4)).toEqual([
      "Sun 25 Oct 2026 00:00 +01:00  Sun 25 Oct 2026 01:30 +01:00  open     1 h 30 min  1 h 30 min  counted",
      "Sun 25 Oct 2026 01:30 +01:00  Sun 25 Oct 2026 01:30 +00:00  waiting  0           1 h 30 min  paused: waiting",
      "Sun 25 Oct 2026 01:30 +00:00  Sun 25 Oct 2026 03:00 +00:00  open     1 h 30 min  3 h         counted",
      "Sun 25 Oct 2026 03:00         Sun 25 Oct 2026 04:00         waiting  0           3 h         paused: waiting",
    ]);
  });

  it("shows the offset of both ends of a stretch across a clock change, though neither is ambiguous", () => {
    // From midnight to 04:00 by the wall clock, in which the hour from 01:00 occurs twice: 5 hours.
    const text = explain(
      always.track(
        [
          { at: "2026-10-24T23:00:00Z", state: "open" },
          { at: "2026-10-25T04:00:00Z", state: "done" },
        ],
        { asOf: "2026-10-25T05:00:00Z" },
      ),
    );
    expect(text.split("\n").slice(-2)).toEqual([
      "Sun 25 Oct 2026 00:00 +01:00  Sun 25 Oct 2026 04:00 +00:00  open   5 h      5 h    counted",
      "Sun 25 Oct 2026 04:00         Sun 25 Oct 2026 05:00         done   0        5 h    stopped: done",
    ]);
  });

  it("names what is irregular, and says if the working was not kept", () => {
    const clock = always.follow();
    clock.take({ at: "2026-11-20T10:00:00Z", state: "done" });
    clock.take({ at: "2026-11-20T11:00:00Z", state: "open" });
    const text = explain(clock.read("2026-11-20T12:00:00Z"));
    expect(text).toContain(
      '\nirregular: Fri 20 Nov 2026 10:00: "done" came before the clock had started\n',
    );
    expect(text).toContain("\nits working was not kept; follow({ keepWorking: true }) keeps it");
  });

  it("is exact to the millisecond", () => {
    const text = explain(
      always.track(
        [
          { at: "2026-11-20T10:00:00.000Z", state: "open" },
          { at: "2026-11-20T11:01:02.003Z", state: "done" },
        ],
        { asOf: "2026-11-20T12:00:05Z" },
      ),
    );
    expect(text).toContain("1 h 1 min 2.003 s of 5 h used, 3 h 58 min 57.997 s left");
    expect(text).toContain("stopped Fri 20 Nov 2026 11:01:02.003; as of Fri 20 Nov 2026 12:00:05");
  });

  it("counts days if the promise is in days", () => {
    const { reply } = defineSla({
      id: "desk",
      timeZone: "Europe/London",
      targets: { reply: { allowance: { calendarDays: 1 }, runs: ["open"], stops: ["done"] } },
    }).targets;
    const text = explain(
      reply.track([{ at: "2026-11-20T10:00:00Z", state: "open" }], {
        asOf: "2026-11-22T12:00:00Z",
      }),
    );
    expect(text).toContain("reply: breached\n2 days of 1 day used, 1 day over;");
  });

  it("says what is pending, cancelled, or provisional", () => {
    expect(explain(always.track([], { asOf: "2026-11-20T12:00:00Z" }))).toContain(
      "Fix: pending\n0 of 5 h used, 5 h left; times in Europe/London\nas of Fri 20 Nov 2026 12:00",
    );
    expect(
      explain(
        always.track(
          [
            { at: "2026-11-20T10:00:00Z", state: "open" },
            { at: "2026-11-20T11:00:00Z", state: "void" },
          ],
          { asOf: "2026-11-20T12:00:00Z" },
        ),
      ),
    ).toContain("cancelled Fri 20 Nov 2026 11:00;");
    expect(
      explain(
        nhsmail().targets.incidentResolution.track([{ at: "2030-01-02T10:00:00Z", state: "new" }], {
          asOf: "2030-01-02T12:00:00Z",
        }),
      ),
    ).toContain("\nprovisional: ");
  });
});

describe("the whole explanation", () => {
  it("of a ticket that waits for an agreed date", () => {
    // 4 h until the pause at 13:00; until Wednesday 12:00, 3 h of Monday, 8 h of Tuesday and 3 h are left.
    expect(explain(waiting)).toBe(
      lines(
        "T-1: Time to fix (D-1), severity 2: paused",
        "4 h of 18 h used, 14 h left; times in UTC",
        "started Mon 16 Nov 2026 09:00; due Wed 18 Nov 2026 12:00; as of Mon 16 Nov 2026 14:00",
        'D-1, The paper: "in 2 hours"',
        "read as: of the office; at the office",
        'D-2, The paper: "waits"',
        "agreed on Mon 16 Nov 2026 12:00: due Wed 18 Nov 2026 12:00; due as it started Mon 16 Nov 2026 11:00",
        'irregular: Mon 16 Nov 2026 08:00: "done" came before the clock had started',
        "escalation: The manager, 75 %: no instant now",
        "",
        "from                   to                     state    counted  total  why",
        "Mon 16 Nov 2026 08:00  Mon 16 Nov 2026 09:00  done     0        0      not started",
        "Mon 16 Nov 2026 09:00  Mon 16 Nov 2026 12:00  open     3 h      3 h    counted",
        "Mon 16 Nov 2026 12:00  Mon 16 Nov 2026 13:00  open     1 h      4 h    counted",
        "Mon 16 Nov 2026 13:00  Mon 16 Nov 2026 14:00  waiting  0        4 h    paused: waiting",
      ),
    );
  });

  it("of a ticket in its second cycle", () => {
    expect(explain(reopened)).toBe(
      lines(
        "T-2: Time to fix (D-1), severity 2: running",
        "15 min of 2 h used, 1 h 45 min left; times in UTC",
        "started Tue 17 Nov 2026 09:00; due Tue 17 Nov 2026 11:00; as of Tue 17 Nov 2026 09:15",
        'D-1, The paper: "in 2 hours"',
        "read as: of the office; at the office",
        'chosen: onReopen "new-cycle": after a re-opening a second cycle begins, and the first keeps its verdict',
        "escalation: The manager, 75 %: Tue 17 Nov 2026 10:30",
        "",
        "from                   to                     state  counted  total   why",
        "Mon 16 Nov 2026 09:00  Mon 16 Nov 2026 10:00  open   1 h      1 h     counted",
        "Mon 16 Nov 2026 10:00  Tue 17 Nov 2026 09:00  done   0        1 h     stopped: done",
        "Tue 17 Nov 2026 09:00  Tue 17 Nov 2026 09:15  open   15 min   15 min  counted",
      ),
    );
  });

  it("of a ticket without events has no rows", () => {
    const { fix } = defineSla({
      id: "desk",
      calendars: { always: { timeZone: "UTC", hours: { daily: ["00:00-24:00"] } } },
      targets: {
        fix: { allowance: { hours: 5, calendar: "always" }, runs: ["open"], stops: ["done"] },
      },
    }).targets;
    expect(explain(fix.track([], { asOf: 0 }))).toBe(
      lines(
        "fix: pending",
        "0 of 5 h used, 5 h left; times in UTC",
        "as of Thu 1 Jan 1970 00:00",
        "",
        "from  to  state  counted  total  why",
      ),
    );
  });

  it("shows the offset of every instant in the hour that occurs twice", () => {
    // On 25 October 2026, 00:00Z to 01:00Z are 01:00 to 02:00 at +01:00, and the next hour is so at +00:00.
    const { fix } = defineSla({
      id: "desk",
      calendars: { always: { timeZone: "Europe/London", hours: { daily: ["00:00-24:00"] } } },
      targets: {
        fix: {
          allowance: { hours: 5, calendar: "always" },
          runs: ["open"],
          stops: ["done"],
          escalations: [{ at: { before: { minutes: 15 } } }],
        },
      },
    }).targets;
    const at = (time: string) => `2026-10-25T${time}:00Z`;
    const reading = fix.track(
      [
        { at: at("00:15"), state: "done" },
        { at: at("00:30"), state: "open" },
        { at: at("00:45"), dueAt: at("01:30") },
        { at: at("01:40"), state: "done" },
      ],
      { asOf: at("01:50") },
    );
    // An hour from the start to the agreed date, and ten minutes more to the stop.
    expect(explain(reading).split("\n").slice(1, 6)).toEqual([
      "1 h 10 min of 1 h used, 10 min over; times in Europe/London",
      "started Sun 25 Oct 2026 01:30 +01:00; due Sun 25 Oct 2026 01:30 +00:00; breached Sun 25 Oct 2026 01:30 +00:00; stopped Sun 25 Oct 2026 01:40 +00:00; as of Sun 25 Oct 2026 01:50 +00:00",
      "agreed on Sun 25 Oct 2026 01:45 +01:00: due Sun 25 Oct 2026 01:30 +00:00; due as it started Sun 25 Oct 2026 05:30",
      'irregular: Sun 25 Oct 2026 01:15 +01:00: "done" came before the clock had started',
      "escalation: 15 min before: since Sun 25 Oct 2026 01:15 +00:00",
    ]);
  });
});

describe("the explanation of a ticket without an allowance", () => {
  const open = { at: mon("09:00"), state: "open" };
  const then = (state: string) => [open, { at: mon("10:00"), state }];
  const agreed = { at: mon("10:00"), dueAt: tue("10:00") };
  const promised = deskTarget({ allowance: "agreed" });
  const graded = deskTarget(
    { allowance: { "1": { hours: 2, calendar: "office" }, "2": null } },
    { severities: ["1", "2"] },
  );
  const counted = (
    target: ReturnType<typeof deskTarget>,
    events: Parameters<typeof target.track>[0],
  ) =>
    explain(target.track(events, { asOf: mon("12:00") }))
      .split("\n")
      .slice(0, 3);
  const started = "started Mon 16 Nov 2026 09:00";
  const asOf = "as of Mon 16 Nov 2026 12:00";

  it.each<[string, readonly string[], readonly string[]]>([
    [
      "which may get an agreed date",
      counted(promised, [open]),
      ["fix: running", "0 counted; no date is agreed yet", `${started}; ${asOf}`],
    ],
    [
      "which has one",
      counted(promised, [open, agreed]),
      [
        "fix: running",
        "0 counted; due by an agreed date",
        `${started}; due Tue 17 Nov 2026 10:00; ${asOf}`,
      ],
    ],
    [
      "which ended without one",
      counted(promised, then("done")),
      [
        "fix: not-applicable",
        "0 counted; no date was agreed",
        `${started}; stopped Mon 16 Nov 2026 10:00; ${asOf}`,
      ],
    ],
    [
      "which was cancelled without one",
      counted(promised, then("void")),
      [
        "fix: cancelled",
        "0 counted; no date was agreed",
        `${started}; cancelled Mon 16 Nov 2026 10:00; ${asOf}`,
      ],
    ],
    [
      "whose severity is not known yet",
      counted(graded, [open]),
      ["fix: running", "3 h counted; the severity is not known yet", `${started}; ${asOf}`],
    ],
    [
      "whose severity is not known yet, while it waits",
      counted(graded, then("waiting")),
      ["fix: paused", "1 h counted; the severity is not known yet", `${started}; ${asOf}`],
    ],
    [
      "whose severity was never known",
      counted(graded, then("done")),
      [
        "fix: not-applicable",
        "1 h counted; nothing is promised",
        `${started}; stopped Mon 16 Nov 2026 10:00; ${asOf}`,
      ],
    ],
    [
      "whose severity is promised nothing",
      counted(graded, [{ ...open, severity: "2" }]),
      ["fix, severity 2: not-applicable", "0 counted; nothing is promised", `${started}; ${asOf}`],
    ],
  ])("%s", (_, found, [headline, usage, milestones]) => {
    expect(found).toEqual([headline, `${usage}; times in UTC`, milestones]);
  });

  it("names no due instant that an agreed date replaced if there was none", () => {
    const text = explain(promised.track([open, agreed], { asOf: mon("12:00") }));
    expect(text.split("\n")[3]).toBe("agreed on Mon 16 Nov 2026 10:00: due Tue 17 Nov 2026 10:00");
  });
});

describe("the choices that had a say in a target with every occasion", () => {
  const every = {
    tie: "next-open",
    atDue: "breached",
    onSeverityChange: "restart",
    onReopen: "continue",
    onceBreached: "keep",
    agreedDates: "earlier",
    onUnknownState: "ignore",
  } as const;
  const said = {
    tie: 'tie "next-open": an amount that runs out exactly at a closing is due at the next opening',
    atDue: 'atDue "breached": a clock that stops exactly at the due instant has breached it',
    onSeverityChange:
      'onSeverityChange "restart": after a change of severity the clock starts again',
    onReopen:
      'onReopen "continue": after a re-opening the clock goes on, and the time while resolved counts',
    onceBreached: 'onceBreached "keep": after a breach, a larger allowance leaves it a breach',
    agreedDates:
      'agreedDates "earlier": an agreed date counts if it comes before the allowance is up',
    onUnknownState: 'onUnknownState "ignore": an unknown state is ignored',
  };
  const target = deskTarget(
    {
      allowance: { "1": { hours: 8, calendar: "office" }, "2": { hours: 4, calendar: "office" } },
      ...every,
    },
    { severities: ["1", "2"] },
  );
  const open = { at: mon("09:00"), state: "open", severity: "1" };
  const choices = (events: Parameters<typeof target.track>[0], asOf = tue("12:00")) =>
    target.track([open, ...events], { asOf }).choices;
  const always = [said.tie, said.onceBreached, said.agreedDates, said.onUnknownState];

  it("are those that are not defaults, and the rest on its occasion", () => {
    expect(choices([])).toEqual(always);
    const waited = choices([{ at: mon("10:00"), state: "waiting" }], mon("10:00"));
    expect(waited).toEqual([said.tie, said.atDue, ...always.slice(1)]);
    // Also once it has gone on.
    const wentOn = [
      { at: mon("10:00"), state: "waiting" },
      { at: mon("11:00"), state: "open" },
    ];
    expect(choices(wentOn, mon("11:00"))).toEqual(waited);
    const regraded = choices([{ at: mon("10:00"), severity: "2" }]);
    expect(regraded).toEqual([said.tie, said.atDue, said.onSeverityChange, ...always.slice(1)]);
    const reopened = [
      { at: mon("10:00"), state: "done" },
      { at: mon("11:00"), state: "open" },
    ];
    expect(choices(reopened)).toEqual([said.tie, said.atDue, said.onReopen, ...always.slice(1)]);
  });

  it("do not name a change of severity at the start, and name what holds at the due instant", () => {
    expect(choices([{ at: mon("09:00"), severity: "2" }])).toEqual(always);
    // 8 h are over on Monday at 17:00; an hour later nothing was exactly due.
    const done = (at: string) => choices([{ at, state: "done" }]);
    expect(done(mon("16:59"))).toEqual(always);
    expect(done(mon("18:00"))).toEqual(always);
    // By the next opening, which `tie` names, it is due on Tuesday at 09:00.
    expect(done(tue("09:00"))).toEqual([said.tie, said.atDue, ...always.slice(1)]);
  });

  it("name a default that decided", () => {
    const { fix } = defineSla({
      id: "desk",
      calendars: { always: { timeZone: "UTC", hours: { daily: ["00:00-24:00"] } } },
      severities: ["1", "2"],
      targets: {
        fix: {
          allowance: {
            "1": { hours: 1, calendar: "always" },
            "2": { hours: 2, calendar: "always" },
          },
          runs: ["open"],
          pauses: ["waiting"],
          stops: ["done"],
        },
      },
    }).targets;
    const named = (events: Parameters<typeof fix.track>[0]) =>
      fix
        .track([open, ...events], { asOf: mon("12:00") })
        .choices.map((choice) => choice.split(":")[0]);
    const pending = [{ at: mon("09:00"), severity: "1" }];
    expect(fix.track([], { asOf: mon("12:00") }).choices).toEqual([]);
    expect(fix.track(pending, { asOf: mon("12:00") }).choices).toEqual([]);
    // Before 1970, too: a ticket without a change of severity.
    const old = [{ at: "1969-12-31T12:00:00Z", state: "open" }];
    expect(fix.track(old, { asOf: "1969-12-31T12:30:00Z" }).choices).toEqual([]);
    expect(named([])).toEqual([]);
    expect(named([{ at: mon("10:00"), state: "done" }])).toEqual(['atDue "met"']);
    expect(named([{ at: mon("09:30"), state: "done" }])).toEqual([]);
    expect(named([{ at: mon("09:30"), state: "waiting" }])).toEqual([]);
    // A first stop that is final has no say before it comes.
    const finalStop = fix.track([open], { asOf: mon("12:00"), onReopen: "first-only" });
    expect(finalStop.choices).toEqual([]);
    expect(named([{ at: mon("09:30"), severity: "2" }])).toEqual([
      'onSeverityChange "carry-elapsed"',
    ]);
    expect(
      named([
        { at: mon("09:30"), state: "done" },
        { at: mon("09:40"), state: "open" },
      ]),
    ).toEqual(['onReopen "resume"']);
  });

  it("name a late re-opening, the limit of pauses, and how a call counts days", () => {
    const limited = deskTarget({
      allowance: { workingDays: 2, calendar: "office" },
      reopenWithin: { hours: 1, calendar: "always" },
      pauseLimit: { hours: 2, calendar: "always" },
    });
    const events = [open, { at: mon("10:00"), state: "done" }, { at: mon("12:00"), state: "open" }];
    const { severity: _, ...started } = open;
    const names = (history: Parameters<typeof limited.track>[0], call: object = {}) =>
      limited.track(history, { asOf: mon("13:00"), ...call }).choices;
    const plain = events.map(({ at, state }) => ({ at, state }));
    expect(names(plain)).toEqual([
      'onReopen "resume": after a re-opening the clock goes on, and the time while resolved does not count',
      'onLateReopen "new-cycle": a re-opening after `reopenWithin` begins a second cycle, and the first keeps its verdict',
    ]);
    expect(names([started, { at: mon("10:00"), state: "waiting" }])).toEqual([
      "pauseLimit 2 h on always: what is paused beyond it counts",
    ]);
    expect(names([started])).toEqual([]);
    expect(names([started], { due: "end-of-day", cutoff: "17:00", onReopen: "resume" })).toEqual([
      'due "end-of-day": the last day of an allowance in days is up at the midnight that ends it (the default for working days)',
      "cutoff 17:00",
    ]);
  });
});

describe("the choices that had a say", () => {
  const asOf = "2026-11-20T20:00:00Z";
  const said = (events: readonly (readonly [string, string])[], choices = {}) =>
    always.track(
      events.map(([at, state]) => ({ at: `2026-11-20T${at}:00Z`, state })),
      { asOf, ...choices },
    ).choices;

  it("are named for a call as for a policy", () => {
    const reopened = [
      ["09:00", "open"],
      ["10:00", "done"],
      ["12:00", "open"],
    ] as const;
    expect(said(reopened, { onReopen: "restart" })).toEqual([
      'onReopen "restart": after a re-opening the clock starts again',
    ]);
    // The first stop is final, and somebody took the ticket up again all the same.
    expect(said(reopened, { onReopen: "first-only" })).toEqual([
      'onReopen "first-only": after a re-opening nothing changes, since the first stop is final',
    ]);
    expect(said(reopened.slice(0, 2), { onReopen: "restart" })).toEqual([]);
  });

  it("name what holds exactly at the due instant, and any choice that is not the default", () => {
    expect(
      said(
        [
          ["09:00", "open"],
          ["14:00", "done"],
        ],
        { atDue: "breached" },
      ),
    ).toEqual(['atDue "breached": a clock that stops exactly at the due instant has breached it']);
    expect(
      said(
        [
          ["09:00", "open"],
          ["13:59", "done"],
        ],
        { atDue: "breached" },
      ),
    ).toEqual([]);
    expect(said([["09:00", "open"]], { tie: "next-open" })).toEqual([
      'tie "next-open": an amount that runs out exactly at a closing is due at the next opening',
    ]);
  });
});
