import { DAY, HOUR, hours, iso, officeHours, utc } from "./reading.mjs";

/** Tickets: tracked one by one, in bulk, and through JSON. */
export function slaFacts(coreHours) {
  return [...tracking(coreHours), ...bulk(coreHours), ...throughJson(coreHours)];
}

/** A desk whose clock runs while `open`, with 10 office hours in UTC, of the week of 16 November. */
function deskPolicy(choices) {
  return {
    id: "desk",
    calendars: { office: { timeZone: "UTC", hours: { weekdays: ["09:00-17:00"] } } },
    targets: {
      fix: {
        title: "Time to resolution",
        allowance: { hours: 10, calendar: "office" },
        runs: ["open"],
        pauses: ["waiting"],
        stops: ["done"],
        ...choices,
      },
    },
  };
}

const nhsmailTicket = [
  { at: "2026-12-23T15:00:00Z", state: "new" },
  { at: "2026-12-24T10:00:00Z", state: "awaiting-user-info" },
  { at: "2026-12-29T10:00:00Z", state: "in-progress" },
];

function tracking({ defineSla, explain, nhsLogin, nhsmail, toJiraSla }) {
  const track = (asOf) =>
    nhsmail().targets.incidentResolution.track(nhsmailTicket, { asOf, ticket: "NM-1" });
  const desk = (choices) => defineSla(deskPolicy(choices)).targets.fix;
  const mon9 = { at: "2026-11-16T09:00:00Z", state: "open" };
  const done = { at: "2026-11-16T13:00:00Z", state: "done" };
  const reopened = [mon9, done, { at: "2026-11-17T09:00:00Z", state: "open" }];
  return [
    // 7 h of Wednesday and 3 of Thursday; paused; Tue 12 (22), Wed 15 (37), Thu 11.
    [
      "a ticket that paused",
      () => {
        const reading = track("2026-12-30T07:00:00Z");
        return [
          reading.status,
          hours(reading.elapsed),
          hours(reading.remaining),
          utc(reading.dueAt),
        ];
      },
      ["running", 22, 26, "2026-12-31T18:00:00Z"],
    ],
    [
      "a ticket that is paused",
      () => {
        const reading = track("2026-12-24T12:00:00Z");
        return [
          reading.status,
          reading.dueAt,
          hours(reading.pausedFor),
          utc(reading.originalDueAt),
        ];
      },
      // Without the pause: Wed 7, Thu 15 (22), Tue 15 (37), Wed 11.
      ["paused", null, 2, "2026-12-30T18:00:00Z"],
    ],
    [
      "a ticket that breached",
      () => {
        const reading = track("2027-01-04T09:00:00Z");
        return [reading.status, utc(reading.breachedAt), hours(reading.overrun)];
      },
      // Thursday 18:00-22:00 and Monday 07:00-09:00; 1 January is closed.
      ["breached", "2026-12-31T18:00:00Z", 6],
    ],
    [
      "the working of it, as a person reads it",
      () => {
        const lines = explain(track("2027-01-04T09:00:00Z")).split("\n");
        return [lines[0], lines[1], lines.at(-1)];
      },
      [
        "NM-1: Incident resolution (NM-06): breached",
        "54 h of 48 h used, 6 h over; times in Europe/London",
        "Mon 4 Jan 2027 07:00   Mon 4 Jan 2027 09:00   in-progress         2 h      54 h   counted",
      ],
    ],
    [
      "met at the due instant, breached after it",
      () =>
        ["2026-11-19T12:00:00Z", "2026-11-19T12:00:00.001Z"].map(
          (at) =>
            nhsmail().targets.incidentResolution.track(
              [
                { at: "2026-11-16T09:00Z", state: "new" },
                { at, state: "resolved" },
              ],
              { asOf: "2026-11-19T18:00Z" },
            ).status,
        ),
      ["met", "breached"],
    ],
    [
      "events in any order",
      () =>
        utc(
          desk().track([...reopened].reverse(), {
            asOf: "2026-11-17T10:00:00Z",
          }).dueAt,
        ),
      "2026-11-17T15:00:00Z",
    ],
    // 4 h of Monday; then 6 of Tuesday; or all 8 of Monday and 2 of Tuesday; or 8 and 2 of Wednesday.
    [
      "a ticket opened again",
      () =>
        ["resume", "continue", "restart", "new-cycle"].map((onReopen) =>
          utc(desk({ onReopen }).track(reopened, { asOf: "2026-11-17T10:00:00Z" }).dueAt),
        ),
      [
        "2026-11-17T15:00:00Z",
        "2026-11-17T11:00:00Z",
        "2026-11-18T11:00:00Z",
        "2026-11-18T11:00:00Z",
      ],
    ],
    // 7.5 h is at 16:30 of Monday.
    [
      "a warning",
      () =>
        desk({ warnAt: [0.75] })
          .track([mon9], { asOf: "2026-11-16T17:00:00Z" })
          .warnings.map(({ at, passed }) => [utc(at), passed]),
      [["2026-11-16T16:30:00Z", true]],
    ],
    // 09:00-12:00 is 3 h of the 4 of severity 1.
    [
      "a change of severity",
      () =>
        iso(
          nhsLogin().targets.incidentResolution.track(
            [
              { at: "2026-11-23T09:00:00Z", state: "new", severity: "3" },
              { at: "2026-11-23T12:00:00Z", severity: "1" },
            ],
            { asOf: "2026-11-23T12:00:00Z" },
          ).dueAt,
        ),
      "2026-11-23T13:00:00+00:00",
    ],
    [
      "a clock that is saved as JSON and gone on from",
      () => {
        const clock = desk().follow();
        clock.take(mon9);
        clock.take(done);
        const again = desk().follow({ from: JSON.parse(JSON.stringify(clock.save())) });
        again.take({ at: "2026-11-17T09:00:00Z", state: "open" });
        return utc(again.read("2026-11-17T10:00:00Z").dueAt);
      },
      "2026-11-17T15:00:00Z",
    ],
    [
      "as Jira has it",
      () => {
        const { ongoingCycle } = toJiraSla(desk().track([mon9], { asOf: "2026-11-16T12:30:00Z" }));
        return [ongoingCycle.breachTime.friendly, ongoingCycle.remainingTime.friendly];
      },
      ["17/Nov/26 11:00 AM", "6h 30m"],
    ],
    [
      "whether one may escalate",
      () => {
        const reading = nhsmail().targets.incidentResolution.track(
          [{ at: "2026-11-16T09:00Z", state: "new" }],
          // Mon 13, Tue 15 (28), Wed 15 (43), Thu 1: 44 of 48, more than 0.9.
          { asOf: "2026-11-19T08:00Z" },
        );
        return nhsmail().eligibility.escalation({ reading }).eligible;
      },
      true,
    ],
  ];
}

function bulk({ defineCalendar, defineSla, historyColumns, STATUSES }) {
  const { fix } = defineSla(deskPolicy()).targets;
  const histories = [
    { ticket: "A", events: [{ at: "2026-11-16T09:00:00Z", state: "open" }] },
    {
      ticket: "B",
      events: [
        { at: "2026-11-16T09:00:00Z", state: "open" },
        { at: "2026-11-16T13:00:00Z", state: "waiting" },
      ],
    },
    { ticket: "C", events: [{ at: "2026-11-16T09:00:00Z", state: "lost" }] },
  ];
  const asOf = "2026-11-17T12:00:00Z";
  const seen = ({ ticket, error, status, elapsed }) => [
    ticket,
    error?.code ?? status,
    elapsed / HOUR,
  ];
  const expected = [
    // Monday 8 h and Tuesday 3, of 10; 4 h of Monday.
    ["A", "breached", 11],
    ["B", "paused", 4],
    ["C", "state-unknown", Number.NaN],
  ];
  return [
    ["many tickets", () => Array.from(fix.trackMany(histories, { asOf }), seen), expected],
    [
      "many tickets, in columns",
      () => {
        const good = histories.slice(0, 2);
        const { tickets, status, elapsed, dueAtMs } = fix.trackMany(historyColumns(good), { asOf });
        return [
          tickets,
          Array.from(status, (place) => STATUSES[place]),
          Array.from(elapsed, (ms) => ms / HOUR),
          Array.from(dueAtMs),
        ];
      },
      [
        ["A", "B"],
        ["breached", "paused"],
        [11, 4],
        [Date.UTC(2026, 10, 17, 11), Number.NaN],
      ],
    ],
    [
      "many tickets, from a stream",
      async () => {
        async function* log() {
          for (const { ticket, events } of histories)
            for (const event of events) yield { ticket, ...event };
        }
        const results = [];
        for await (const result of fix.trackStream(log(), { asOf })) results.push(seen(result));
        return results.sort(([a], [b]) => (a < b ? -1 : 1));
      },
      expected,
    ],
    [
      "many lengths",
      () => {
        const { timeline } = defineCalendar({ id: "office", ...officeHours });
        // From Monday and from Friday, 12:00Z, for a day: 5 h each, and 3 h of Tuesday.
        const starts = Float64Array.of(Date.UTC(2026, 10, 16, 12), Date.UTC(2026, 10, 20, 12));
        const ends = starts.map((ms) => ms + DAY);
        return Array.from(timeline.betweenMany(starts, ends), (ms) => ms / HOUR);
      },
      [8, 5],
    ],
  ];
}

function throughJson({ defineSla, nhsmail, patientAccess }) {
  const copy = (value) => JSON.parse(JSON.stringify(value));
  return [
    [
      "a policy goes through JSON, with what was chosen",
      () => {
        const again = defineSla(copy(nhsmail({ division: "scotland" })));
        return [
          again.chosen.division,
          iso(again.targets.incidentResolution.due("2026-11-27T09:00Z")),
        ];
      },
      ["scotland", "2026-12-03T12:00:00+00:00"],
    ],
    [
      "a reading is plain JSON",
      () => {
        const reading = copy(
          nhsmail().targets.incidentResolution.track(nhsmailTicket, {
            asOf: "2027-01-04T09:00:00Z",
            ticket: "NM-1",
          }),
        );
        const { ticket, status, dueAt, allowance, elapsed } = reading;
        return [ticket, status, dueAt, allowance, elapsed];
      },
      ["NM-1", "breached", "2026-12-31T18:00:00.000+00:00", "PT172800S", "PT194400S"],
    ],
    [
      "a reading cannot be changed",
      () => {
        const reading = patientAccess().targets.complaintResponse.track([], {
          asOf: "2026-11-20T16:00:00Z",
        });
        try {
          reading.status = "met";
        } catch (error) {
          return [error instanceof TypeError, reading.status];
        }
        return "it was changed";
      },
      [true, "pending"],
    ],
  ];
}
