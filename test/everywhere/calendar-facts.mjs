import { hours, iso, officeHours, utc } from "./reading.mjs";

/** The calendars: their hours, their days, their zones and their bank holidays. */
export function calendarFacts(coreHours, luxon) {
  return [
    ...amounts(coreHours),
    ...instants(coreHours, luxon),
    ...clockChanges(coreHours),
    ...oddZones(coreHours),
    ...workingDays(coreHours),
    ...combined(coreHours),
    ...holidays(coreHours),
    ...throughJson(coreHours),
  ];
}

function amounts({ defineCalendar }) {
  const office = defineCalendar({ id: "office", ...officeHours });
  const add = (at, amount, options) => utc(office.add(at, amount, options));
  const friday16 = "2026-11-20T16:00:00Z";
  const almost = { minutes: 59, seconds: 59, milliseconds: 999 };
  return [
    // Friday 16:00-17:00 and Monday 09:00-10:00.
    ["2 h over a weekend", () => add(friday16, { hours: 2 }), "2026-11-23T10:00:00Z"],
    ["2 h as text", () => add(friday16, "PT2H"), "2026-11-23T10:00:00Z"],
    [
      "an hour from a Saturday",
      () => add("2026-11-21T12:00:00Z", { hours: 1 }),
      "2026-11-23T10:00:00Z",
    ],
    [
      "nothing from a Saturday",
      () => add("2026-11-21T12:00:00Z", { hours: 0 }),
      "2026-11-21T12:00:00Z",
    ],
    // An hour back to Monday 09:00, an hour to Friday 16:00.
    ["-2 h", () => add("2026-11-23T10:00:00Z", { hours: -2 }), friday16],
    ["2 h before", () => utc(office.subtract("2026-11-23T10:00:00Z", { hours: 2 })), friday16],
    [
      "an hour before is the opening, not the closing before it",
      () => utc(office.subtract("2026-11-23T10:00:00Z", { hours: 1 })),
      "2026-11-23T09:00:00Z",
    ],
    ["an amount that ends at the close", () => add(friday16, { hours: 1 }), "2026-11-20T17:00:00Z"],
    [
      "the same, due at the next opening",
      () => add(friday16, { hours: 1 }, { tie: "next-open" }),
      "2026-11-23T09:00:00Z",
    ],
    [
      "a millisecond less is not a tie",
      () => add(friday16, almost, { tie: "next-open" }),
      "2026-11-20T16:59:59.999Z",
    ],
    [
      "a period is half-open",
      () => ["09:00", "16:59", "17:00"].map((time) => office.isOpen(`2026-11-20T${time}:00Z`)),
      [true, true, false],
    ],
    [
      "between, there and back",
      () => [
        hours(office.between(friday16, "2026-11-23T10:00:00Z")),
        hours(office.between("2026-11-23T10:00:00Z", friday16)),
      ],
      [2, -2],
    ],
    // 1 January 2026 is a Thursday: 52 weeks of 40 h and one more Thursday, as 365 days are.
    [
      "a whole year",
      () => hours(office.between(office.at("2026-01-01"), office.at("2027-01-01"))),
      2088,
    ],
    [
      "the next opening, open and closed",
      () => [
        utc(office.nextOpen(friday16)),
        utc(office.nextOpen("2026-11-20T17:00:00Z")),
        utc(office.nextClose("2026-11-20T17:00:00Z")),
      ],
      [friday16, "2026-11-23T09:00:00Z", "2026-11-23T17:00:00Z"],
    ],
    [
      "the last opening and closing",
      () => [
        utc(office.previousOpen("2026-11-22T12:00:00Z")),
        utc(office.previousClose("2026-11-22T12:00:00Z")),
      ],
      ["2026-11-20T09:00:00Z", "2026-11-20T17:00:00Z"],
    ],
    [
      "the periods of a span, clipped to it",
      () =>
        [...office.periods(friday16, "2026-11-23T10:00:00Z")].map(({ start, end }) => [
          utc(start),
          utc(end),
        ]),
      [
        [friday16, "2026-11-20T17:00:00Z"],
        ["2026-11-23T09:00:00Z", "2026-11-23T10:00:00Z"],
      ],
    ],
    [
      "the hours of a Friday and a Saturday",
      () => [office.hoursOn("2026-11-20"), office.hoursOn("2026-11-21")],
      [["09:00-17:00"], []],
    ],
  ];
}

function instants({ defineCalendar, alwaysOpen }, { DateTime, Duration, Interval }) {
  const office = defineCalendar({ id: "office", ...officeHours });
  const due = "2026-11-23T10:00:00Z";
  const ms = Date.UTC(2026, 10, 20, 16);
  const from = (at) => utc(office.add(at, { hours: 2 }));
  // Engines that have Temporal are given a real one.
  const temporal =
    globalThis.Temporal?.Instant.fromEpochMilliseconds(ms) ??
    Object.freeze({ epochMilliseconds: ms });
  return [
    ["an instant as a Date", () => from(new Date(ms)), due],
    ["an instant as milliseconds", () => from(ms), due],
    [
      "an instant as a Luxon DateTime",
      () => from(DateTime.fromMillis(ms, { zone: "Asia/Tokyo" })),
      due,
    ],
    ["an instant as Temporal has it", () => from(temporal), due],
    ["an instant with another offset", () => from("2026-11-20T17:30:00+01:30"), due],
    ["an amount as a Luxon Duration", () => utc(office.add(ms, Duration.fromISO("PT2H"))), due],
    [
      "what comes back is of the Luxon beside it",
      () => [
        office.add(ms, "PT1H") instanceof DateTime,
        office.between(ms, ms + 1) instanceof Duration,
        [...office.periods(ms, ms + 1)][0] instanceof Interval,
      ],
      [true, true, true],
    ],
    [
      "what comes back is in the calendar's zone",
      () => iso(office.add("2026-07-17T10:00:00Z", "PT1H")),
      "2026-07-17T12:00:00+01:00",
    ],
    [
      "the calendar that never closes",
      () => utc(alwaysOpen().add(ms, "PT48H")),
      "2026-11-22T16:00:00Z",
    ],
  ];
}

function clockChanges({ defineCalendar }) {
  const london = (...daily) => defineCalendar({ timeZone: "Europe/London", hours: { daily } });
  const around = (calendar, from, to) =>
    hours(calendar.between(`${from}T12:00:00Z`, `${to}T12:00:00Z`));
  const day = london("00:00-24:00");
  const night = london("22:00-07:00");
  // 29 March: 00:30-01:30 becomes 00:30Z-01:30Z, 02:00-03:00 is 01:00Z-02:00Z.
  const pushed = london("00:30-01:30", "02:00-03:00");
  return [
    [
      "the days on which the clocks change",
      () => [
        hours(day.between(day.at("2026-03-29"), day.at("2026-03-30"))),
        hours(day.between(day.at("2026-10-25"), day.at("2026-10-26"))),
      ],
      [23, 25],
    ],
    // 22:00 to 07:00 is nine hours on the wall.
    [
      "nights on which the clocks change",
      () => [
        around(night, "2026-03-28", "2026-03-29"),
        around(night, "2026-10-24", "2026-10-25"),
        around(night, "2026-11-20", "2026-11-21"),
      ],
      [8, 10, 9],
    ],
    [
      "a time that occurs twice",
      () => iso(day.at("2026-10-25T01:30")),
      "2026-10-25T01:30:00+01:00",
    ],
    ["a time that is skipped", () => iso(day.at("2026-03-29T01:30")), "2026-03-29T02:30:00+01:00"],
    [
      "periods that are pushed together count once",
      () => around(pushed, "2026-03-28", "2026-03-29"),
      1.5,
    ],
    [
      "and are added to once",
      () => utc(pushed.add("2026-03-29T00:30:00Z", { minutes: 75 })),
      "2026-03-29T01:45:00Z",
    ],
    [
      "a night that runs into the next day's hours",
      () => around(london("22:00-07:00", "06:00-12:00"), "2026-11-20", "2026-11-21"),
      14,
    ],
    [
      "a date whose only period is skipped is not a working day",
      () => ["2026-03-28", "2026-03-29"].map((date) => london("01:00-02:00").isWorkingDay(date)),
      [true, false],
    ],
  ];
}

function oddZones({ defineCalendar }) {
  const round = (timeZone) => defineCalendar({ timeZone, hours: { daily: ["00:00-24:00"] } });
  const saoPaulo = round("America/Sao_Paulo");
  const sunday = defineCalendar({
    timeZone: "America/Sao_Paulo",
    hours: { sunday: ["00:30-02:00"] },
  });
  const apia = round("Pacific/Apia");
  const apiaOffice = defineCalendar({
    timeZone: "Pacific/Apia",
    hours: { weekdays: ["09:00-17:00"] },
  });
  const lordHowe = round("Australia/Lord_Howe");
  const tehran = round("Asia/Tehran");
  const length = (calendar, from, to) =>
    hours(calendar.between(calendar.at(from), calendar.at(to)));
  return [
    // 4 November 2018 03:00Z: 00:00-03:00 becomes 01:00-02:00.
    [
      "Sao Paulo: a midnight that does not occur",
      () => [utc(saoPaulo.at("2018-11-04")), length(saoPaulo, "2018-11-04", "2018-11-05")],
      ["2018-11-04T03:00:00Z", 23],
    ],
    [
      "Sao Paulo: the day before ends at the change",
      () => utc(saoPaulo.addWorkingDays("2018-11-02T15:00:00Z", 1)),
      "2018-11-04T03:00:00Z",
    ],
    // 00:30 is moved on to 01:30-02:00.
    [
      "Sao Paulo: hours in the gap",
      () => [
        utc(sunday.nextOpen("2018-11-03T15:00:00Z")),
        utc(sunday.nextClose("2018-11-03T15:00:00Z")),
      ],
      ["2018-11-04T03:30:00Z", "2018-11-04T04:00:00Z"],
    ],
    // 18 February 2018 02:00Z: 00:00-02:00 becomes 23:00-03:00 of the 17th.
    [
      "Sao Paulo: a day whose last hour occurs twice",
      () => length(saoPaulo, "2018-02-17", "2018-02-18"),
      25,
    ],
    // 29 December 2011 ends at the 30th 10:00Z, where the 31st begins.
    [
      "Apia: a date that was skipped",
      () => [
        length(apia, "2011-12-29", "2011-12-31"),
        apia.isWorkingDay("2011-12-29"),
        apia.isWorkingDay("2011-12-30"),
        apia.hoursOn("2011-12-30"),
        apia.isWorkingDay("2011-12-31"),
      ],
      [24, true, false, [], true],
    ],
    [
      "Apia: a working day across it",
      () => utc(apia.addWorkingDays(apia.at("2011-12-29T12:00"), 1)),
      "2011-12-31T10:00:00Z",
    ],
    [
      "Apia: and a count of them",
      () => apia.workingDaysBetween(apia.at("2011-12-29T12:00"), apia.at("2011-12-31T12:00")),
      1,
    ],
    // Of Thursday 29 16:00-17:00, 02:00Z-03:00Z; the Friday is skipped; Monday 2 January 09:00+14:00.
    [
      "Apia: office hours across it",
      () => iso(apiaOffice.add(apiaOffice.at("2011-12-29T16:00"), { hours: 2 })),
      "2012-01-02T10:00:00+14:00",
    ],
    // 4 April 15:00Z: 02:00+11:00 becomes 01:30+10:30.
    [
      "Lord Howe: a day of 24.5 hours",
      () => [length(lordHowe, "2026-04-05", "2026-04-06"), utc(lordHowe.at("2026-04-05T01:45"))],
      [24.5, "2026-04-04T14:45:00Z"],
    ],
    // 21 March 2022 20:30Z: 00:00+03:30 becomes 01:00+04:30.
    [
      "Tehran: a midnight that does not occur",
      () => [length(tehran, "2022-03-22", "2022-03-23"), utc(tehran.at("2022-03-22"))],
      [23, "2022-03-21T20:30:00Z"],
    ],
    [
      "Tehran: the day before ends at the change",
      () => utc(tehran.addWorkingDays("2022-03-20T12:00:00Z", 1)),
      "2022-03-21T20:30:00Z",
    ],
  ];
}

function workingDays({ defineCalendar }) {
  const office = defineCalendar({ id: "office", ...officeHours });
  const add = (at, n, options) => utc(office.addWorkingDays(at, n, options));
  const friday = "2026-11-20T14:30:00Z";
  const cutoff = { cutoff: "17:00" };
  return [
    ["a Sunday and a working day", () => add("2026-11-22T14:30:00Z", 1), "2026-11-24T00:00:00Z"],
    ["day 0 is the date itself", () => add(friday, 0), "2026-11-21T00:00:00Z"],
    [
      "2 working days by the end, the closing or the same time",
      () => ["end-of-day", "close", "same-time"].map((due) => add(friday, 2, { due })),
      ["2026-11-25T00:00:00Z", "2026-11-24T17:00:00Z", "2026-11-24T14:30:00Z"],
    ],
    // Monday 30 March 14:30+01:00.
    [
      "the same time over a clock change",
      () => add("2026-03-27T14:30:00Z", 1, { due: "same-time" }),
      "2026-03-30T13:30:00Z",
    ],
    [
      "a cutoff, just missed, met, and on a Sunday",
      () => [
        add("2026-11-20T16:59:59.999Z", 1, cutoff),
        add("2026-11-20T17:00:00Z", 1, cutoff),
        add("2026-11-22T08:00:00Z", 1, cutoff),
      ],
      ["2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z", "2026-11-25T00:00:00Z"],
    ],
    [
      "a count of working days, there and back",
      () => [
        office.workingDaysBetween("2026-11-20", "2026-11-22"),
        office.workingDaysBetween("2026-11-20", "2026-11-23"),
        office.workingDaysBetween("2026-11-23", "2026-11-20"),
      ],
      [0, 1, -1],
    ],
  ];
}

function combined({ defineCalendar }) {
  const office = defineCalendar({ id: "london", ...officeHours });
  const newYork = defineCalendar({ ...officeHours, id: "new-york", timeZone: "America/New_York" });
  /** Hours of a day open in either, in both, and in London alone. */
  const on = (date) =>
    ["union", "intersect", "except"].map((kind) =>
      hours(office[kind](newYork).between(`${date}T00:00:00Z`, `${date}T23:59:59.999Z`)),
    );
  return [
    // London 09:00Z to 17:00Z, New York 14:00Z to 22:00Z.
    ["London and New York in November", () => on("2026-11-20"), [13, 3, 5]],
    // Only New York's clocks have changed: 13:00Z to 21:00Z.
    ["London and New York in mid March", () => on("2026-03-13"), [12, 4, 4]],
    // 5 h of Friday until 22:00Z, 1 h of Monday.
    [
      "6 hours of whoever is open",
      () => utc(office.union(newYork).add("2026-11-20T17:00:00Z", { hours: 6 })),
      "2026-11-23T10:00:00Z",
    ],
  ];
}

function holidays({ bankHolidays, defineCalendar, parseBankHolidays }) {
  const desk = defineCalendar({
    id: "desk",
    timeZone: "Europe/London",
    hours: { weekdays: ["08:00-18:00"], friday: ["08:00-12:30", "13:30-16:00"] },
    bankHolidays: "england-and-wales",
    exceptions: { "2026-12-24": { hours: ["08:00-12:00"], title: "Christmas Eve" } },
  });
  const nights = defineCalendar({
    id: "nights",
    timeZone: "Europe/London",
    hours: { daily: ["22:00-07:00"] },
    bankHolidays: ["2026-12-25"],
  });
  const govUk = (date) => ({
    scotland: {
      division: "scotland",
      events: [
        { title: "New Year’s Day", date: "2026-01-01", notes: "", bunting: true },
        { title: "Gala", date, notes: "", bunting: false },
      ],
    },
  });
  const scottish = (options) =>
    defineCalendar({ ...officeHours, id: "scottish", bankHolidays: "scotland" }, options);
  return [
    // Thursday 11:00-12:00 is 1 h; Friday and Monday are closed; Tuesday 08:00-11:00.
    [
      "4 h over Christmas 2026",
      () => utc(desk.add("2026-12-24T11:00:00Z", { hours: 4 })),
      "2026-12-29T11:00:00Z",
    ],
    ["and back", () => hours(desk.between("2026-12-24T11:00:00Z", "2026-12-29T11:00:00Z")), 4],
    [
      "a working day over Christmas 2026",
      () => utc(desk.addWorkingDays("2026-12-24T11:00:00Z", 1)),
      "2026-12-30T00:00:00Z",
    ],
    [
      "why a date has its hours",
      () => ["2026-12-23", "2026-12-24", "2026-12-28"].map((date) => desk.reasonFor(date)),
      [
        { because: "week" },
        { because: "exception", title: "Christmas Eve" },
        { because: "bank-holiday", title: "Boxing Day" },
      ],
    ],
    // Thursday's shift is worked, Friday's is not; the tenth hour is Saturday's first.
    [
      "a bank holiday removes the shift that starts on it",
      () => [
        nights.isOpen("2026-12-25T06:59:59.999Z"),
        nights.isOpen("2026-12-25T22:00:00Z"),
        utc(nights.add("2026-12-24T22:00:00Z", { hours: 10 })),
      ],
      [true, false, "2026-12-26T23:00:00Z"],
    ],
    [
      "Christmas 2026, of record",
      () =>
        bankHolidays("england-and-wales")
          .events.filter(({ date }) => date.startsWith("2026-12"))
          .map(({ date, status }) => [date, status]),
      [
        ["2026-12-25", "published"],
        ["2026-12-28", "published"],
      ],
    ],
    // St Andrew's Day is a Monday in 2026.
    [
      "St Andrew's Day, in Scotland alone",
      () => [scottish().isWorkingDay("2026-11-30"), desk.isWorkingDay("2026-11-30")],
      [false, true],
    ],
    [
      "newer bank holidays, as gov.uk publishes them",
      () =>
        scottish({
          bankHolidays: [parseBankHolidays(govUk("2026-11-18"), "scotland")],
        }).isWorkingDay("2026-11-18"),
      false,
    ],
    [
      "what is published and what is projected",
      () => [
        desk.isProvisional("2028-12-31T00:00:00Z"),
        desk.isProvisional("2031-06-02T12:00:00Z"),
        desk.coverage.from,
        desk.coverage.to,
      ],
      [false, true, "1998-01-01", "2040-12-31"],
    ],
  ];
}

function throughJson({ defineCalendar }) {
  const copy = (value) => JSON.parse(JSON.stringify(value));
  const desk = defineCalendar({ ...officeHours, id: "desk", bankHolidays: "england-and-wales" });
  const tokyo = defineCalendar({ ...officeHours, id: "tokyo", timeZone: "Asia/Tokyo" });
  return [
    [
      "a calendar goes through JSON",
      () => {
        const again = defineCalendar(copy(desk));
        // Thursday 16:00-17:00, then Tuesday 29 December.
        return [again.id, utc(again.add("2026-12-24T16:00:00Z", { hours: 2 }))];
      },
      ["desk", "2026-12-29T10:00:00Z"],
    ],
    [
      "a calendar made of two goes through JSON",
      () => {
        const both = defineCalendar(copy(desk.union(tokyo)));
        // Tokyo is open from 00:00Z to 08:00Z.
        return hours(both.between("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z"));
      },
      16,
    ],
  ];
}
