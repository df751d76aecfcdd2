import { refusal } from "./reading.mjs";

/** A reading's instants and lengths as the engine's own Temporal; without one, that this is said. */
export function temporalFacts({ CoreHoursError, defineSla, toTemporal }, { DateTime }) {
  const { Temporal } = globalThis;
  const { fix, reply } = defineSla({
    id: "desk",
    timeZone: "Europe/London",
    calendars: { always: { timeZone: "Europe/London", hours: { daily: ["00:00-24:00"] } } },
    targets: {
      fix: { allowance: { hours: 25, calendar: "always" }, runs: ["open"], stops: ["done"] },
      reply: { allowance: { calendarDays: 2 }, runs: ["open"], stops: ["done"] },
    },
  }).targets;
  // Opened at 00:30 on the eve of the end of summer time: 25 hours later it is 01:30, for the second time.
  const history = [{ at: "2026-10-24T00:30:00Z", state: "open" }];
  const reading = fix.track(history, { asOf: "2026-10-24T02:00:00.250Z" });
  const inDays = reply.track(history, { asOf: "2026-10-25T12:00:00Z" });
  if (!Temporal) {
    return [
      [
        "an engine without Temporal is told so",
        () => refusal(() => toTemporal(reading.dueAt), CoreHoursError),
        ["temporal-missing", true, true],
      ],
    ];
  }
  const shape = (value) => [value instanceof Temporal.ZonedDateTime, String(value)];
  return [
    [
      "the second half past one as a ZonedDateTime",
      () => shape(toTemporal(reading.dueAt)),
      [true, "2026-10-25T01:30:00+00:00[Europe/London]"],
    ],
    [
      "an instant in summer time, to the millisecond",
      () => shape(toTemporal(reading.asOf)),
      [true, "2026-10-24T03:00:00.25+01:00[Europe/London]"],
    ],
    [
      "instants are as far apart as their lengths say",
      () => {
        const left = toTemporal(reading.remaining);
        const due = toTemporal(reading.asOf).add(left);
        return [left instanceof Temporal.Duration, due.equals(toTemporal(reading.dueAt))];
      },
      [true, true],
    ],
    [
      "an instant at a fixed offset",
      () => shape(toTemporal(DateTime.fromMillis(0, { zone: "UTC-3:30" }))),
      [true, "1969-12-31T20:30:00-03:30[-03:30]"],
    ],
    ["a length", () => toTemporal(reading.elapsed).total("milliseconds"), 5_400_250],
    ["a length in days", () => toTemporal(inDays.allowance).days, 2],
    ["an instant that nobody knows", () => toTemporal(reading.stoppedAt), null],
    [
      "a polyfill in place of the engine's own",
      () =>
        String(
          toTemporal(reading.dueAt, { Instant: Temporal.Instant, Duration: Temporal.Duration }),
        ),
      "2026-10-25T01:30:00+00:00[Europe/London]",
    ],
    [
      "and back: the library takes what it gave",
      () => fix.due(toTemporal(reading.startedAt)).toMillis(),
      Date.parse("2026-10-25T01:30:00Z"),
    ],
  ];
}
