import { iso } from "./reading.mjs";

/** The facts about each service of the catalogue, by its id. */
const FACTS_OF = {
  nhsmail: nhsmailFacts,
  "nhs-login": nhsLoginFacts,
  gpsoc: gpsocFacts,
  "patient-access": patientAccessFacts,
};

/** Every service of the catalogue, and NHS England's levels beside NHS login. */
export function serviceFacts(coreHours) {
  return coreHours.SERVICES.flatMap(({ id }) => {
    const factsOf = FACTS_OF[id];
    if (!factsOf) throw new Error(`the service ${id} has no facts here`);
    return factsOf(coreHours);
  });
}

function nhsmailFacts({ nhsmail }) {
  const due = (at, options) => iso(nhsmail(options).targets.incidentResolution.due(at));
  const chain = (sentAt, options) =>
    nhsmail(options)
      .milestones.informationRequest(sentAt)
      .map(({ at }) => iso(at));
  return [
    // 48 core hours, 15 a day. Mon 13, Tue 15 (28), Wed 15 (43), Thu 5.
    [
      "NHSmail: an incident of a Monday",
      () => due("2026-11-16T09:00Z"),
      "2026-11-19T12:00:00+00:00",
    ],
    // Thu 4; Fri 25 and Mon 28 are holidays; Tue 29 15 (19), Wed 30 15 (34), Thu 31 14.
    ["NHSmail: of Christmas Eve", () => due("2026-12-24T18:00Z"), "2026-12-31T21:00:00+00:00"],
    // Good Friday, the weekend and Monday are closed. Tue, Wed, Thu 15 each (45), Fri 3.
    ["NHSmail: of Good Friday", () => due("2027-03-26T10:00Z"), "2027-04-02T10:00:00+01:00"],
    // Fri 10, Mon 26 15 (25), Tue 15 (40), Wed 8.
    [
      "NHSmail: before the clocks go back",
      () => due("2026-10-23T12:00+01:00"),
      "2026-10-28T15:00:00+00:00",
    ],
    // Fri 10, Sat 24 (34), and 14 h of the Sunday of 25: from 00:00 BST that is 13:00 GMT.
    [
      "NHSmail: with weekends as core hours",
      () => due("2026-10-23T12:00+01:00", { coreHours: "weekends-core" }),
      "2026-10-25T13:00:00+00:00",
    ],
    // St Andrew's Day is closed: Fri 13, Tue 15 (28), Wed 15 (43), Thu 5.
    [
      "NHSmail: in Scotland",
      () => due("2026-11-27T09:00Z", { division: "scotland" }),
      "2026-12-03T12:00:00+00:00",
    ],
    // 7 h of Friday and 17 of Monday, then 24 each.
    [
      "NHSmail: reminders and the automatic resolution",
      () => chain("2026-11-20T17:00Z"),
      [
        "2026-11-23T17:00:00+00:00",
        "2026-11-24T17:00:00+00:00",
        "2026-11-25T17:00:00+00:00",
        "2026-11-26T17:00:00+00:00",
      ],
    ],
    // 24 h after Saturday 10:00 BST is Sunday 09:00 GMT, which moves to Monday.
    [
      "NHSmail: a reminder that rolls forward",
      () => chain("2026-10-24T10:00+01:00", { reminders: "roll-forward" })[0],
      "2026-10-26T09:00:00+00:00",
    ],
    [
      "NHSmail: the clause behind it",
      () => [nhsmail().clauses["NM-06"].id, nhsmail().clauses["NM-14"].inferred],
      ["NM-06", true],
    ],
  ];
}

function nhsLoginFacts({ nhsLogin, nhsLoginProblemFixDue, nhsEnglandLevel, severityOf }) {
  const due = (at, severity, options) =>
    iso(nhsLogin(options).targets.incidentResolution.due(at, { severity }));
  const fix = (options) =>
    iso(nhsLoginProblemFixDue(nhsLogin(), "2026-11-20T10:00:00Z", { severity: "1", ...options }));
  return [
    // Friday 16:00-18:00 and Monday 08:00-10:00.
    ["NHS login: severity 1", () => due("2026-11-20T16:00Z", "1"), "2026-11-23T10:00:00+00:00"],
    // Thursday 14:00-18:00 GMT; closed until Tuesday 08:00-12:00 BST.
    [
      "NHS login: severity 2 over Easter 2027",
      () => due("2027-03-25T14:00Z", "2"),
      "2027-03-30T12:00:00+01:00",
    ],
    // Friday 17:00-18:00 BST is 1 h, Monday 10, Tuesday 9.
    [
      "NHS login: severity 3 as the clocks go back",
      () => due("2026-10-23T16:00Z", "3"),
      "2026-10-27T17:00:00+00:00",
    ],
    // Eight days of ten hours: 18, 21 to 24, 29 to 31 December.
    ["NHS login: severity 4", () => due("2026-12-18T08:00Z", "4"), "2026-12-31T18:00:00+00:00"],
    // Twenty days from Monday 9 November; in Scotland Monday the 30th is closed.
    [
      "NHS login: severity 5, in England and in Scotland",
      () => [
        due("2026-11-09T08:00Z", "5"),
        due("2026-11-09T08:00Z", "5", { division: "scotland" }),
      ],
      ["2026-12-04T18:00:00+00:00", "2026-12-07T18:00:00+00:00"],
    ],
    // 20 days to 18 December, 21 to 24 (24), 29 to 31 (27), 4 to 6 January.
    [
      "NHS login: the fix of a problem, and an agreed release",
      () => [fix(), fix({ agreedReleaseAt: "2027-01-18T09:00:00Z" })],
      ["2027-01-07T00:00:00+00:00", "2027-01-18T09:00:00+00:00"],
    ],
    [
      "NHS login: a service request of 3 months, to a shorter one",
      () => iso(nhsLogin().targets.serviceRequest.due("2026-11-30T09:00:00Z")),
      "2027-02-28T09:00:00+00:00",
    ],
    // 20 days of 600 minutes, of which 0.5 %; 45 minutes of a Tuesday and the last 15 of a Wednesday.
    [
      "NHS login: a month's availability",
      () => {
        const { promised, allowance, lost, metByPercentage, metByFixed } =
          nhsLogin().availability.service({
            month: "2027-02",
            outages: [
              { from: "2027-02-02T09:00:00Z", to: "2027-02-02T09:45:00Z" },
              { from: "2027-02-03T17:45:00Z", to: "2027-02-03T19:00:00Z" },
            ],
          });
        const minutes = [promised, allowance, lost].map((length) => length.as("minutes"));
        return [...minutes, metByPercentage, metByFixed];
      },
      [12_000, 60, 60, true, false],
    ],
    ["the severity of an impact and an urgency", () => severityOf(2, 4), "3"],
    // Gold is around the clock.
    [
      "NHS England's Gold on Christmas Day",
      () =>
        iso(
          nhsEnglandLevel("gold").targets.incidentResolution.due("2026-12-25T16:00:00Z", {
            severity: "1",
          }),
        ),
      "2026-12-25T20:00:00+00:00",
    ],
  ];
}

function gpsocFacts({ gpsoc }) {
  const desk = (options) =>
    gpsoc({
      fixTimes: {
        1: { hours: 4, calendar: "support" },
        3: { workingDays: 5, calendar: "workingDays" },
      },
      calendars: {
        support: {
          timeZone: "Europe/London",
          hours: { weekdays: ["08:00-18:00"] },
          bankHolidays: "england-and-wales",
        },
      },
      ...options,
    });
  const verified = (options) =>
    iso(desk(options).windows.deploymentVerification("2026-11-16T10:00Z").closesAt);
  return [
    // Friday 16:00-18:00 and Monday 08:00-10:00; Monday to Friday of the next week.
    [
      "GPSoC: fix times in hours and in days",
      () => {
        const { fix } = desk().targets;
        const from = "2026-11-20T16:00:00Z";
        return [iso(fix.due(from, { severity: "1" })), iso(fix.due(from, { severity: "3" }))];
      },
      ["2026-11-23T10:00:00+00:00", "2026-11-28T00:00:00+00:00"],
    ],
    // Friday 25 and Monday 28 are holidays; Tuesday 29 is day 1.
    [
      "GPSoC: an escalation of Christmas Eve",
      () => iso(desk().targets.escalationAcknowledgement.due("2026-12-24T10:00Z")),
      "2026-12-30T00:00:00+00:00",
    ],
    // 14 days to 30 November and 31; or Tue-Fri 4, Mon-Fri 5 (9), Monday 30 November.
    [
      "GPSoC: the verification of a deployment, in days and in working days",
      () => [verified(), verified({ verification: "working-days", verificationDays: 10 })],
      ["2026-12-31T10:00:00+00:00", "2026-11-30T10:00:00+00:00"],
    ],
    // There is no 31 September and no 31 November.
    [
      "GPSoC: monthly reviews",
      () =>
        desk()
          .recurrences.serviceReview("2026-08-31T14:00+01:00", { asOf: "2026-11-16T09:00Z" })
          .occurrences.map(({ dueAt }) => iso(dueAt)),
      ["2026-09-30T14:00:00+01:00", "2026-10-31T14:00:00+00:00", "2026-11-30T14:00:00+00:00"],
    ],
  ];
}

function patientAccessFacts({ patientAccess }) {
  const due = (name, at, options) => iso(patientAccess(options).targets[name].due(at));
  const closes = (events, options) =>
    iso(patientAccess(options).windows.complaint(events).closesAt);
  const incident = "2026-08-31T10:00+01:00";
  return [
    // Tue 29, Wed 30, Thu 31; 1 January is closed; Mon 4, Tue 5.
    [
      "Patient Access: 5 working days from Christmas Eve",
      () => due("escalationResponse", "2026-12-24T10:00Z"),
      "2027-01-06T00:00:00+00:00",
    ],
    // Monday 13 July is closed: Tue 14 to Fri 17, Mon 20.
    [
      "Patient Access: in Northern Ireland",
      () => due("escalationResponse", "2026-07-10T10:00+01:00", { division: "northern-ireland" }),
      "2026-07-21T00:00:00+01:00",
    ],
    // Mon 22 to Thu 25 are 1 to 4, Tue 30 to Fri 2 April 5 to 8, Mon 5, Tue 6.
    [
      "Patient Access: 10 working days over Easter 2027",
      () => due("complaintResponse", "2027-03-19T20:00Z"),
      "2027-04-07T00:00:00+01:00",
    ],
    [
      "Patient Access: at the same time of day",
      () => due("complaintResponse", "2026-12-14T10:00Z", { lastDay: "same-time" }),
      "2026-12-30T10:00:00+00:00",
    ],
    // 6 months end on the last of February, whose day runs to its end; 6 from a discovery within 12 of the incident.
    [
      "Patient Access: until when one may complain",
      () => [closes({ incident }), closes({ incident, discovery: "2026-12-31T10:00Z" })],
      ["2027-03-01T00:00:00+00:00", "2027-07-01T00:00:00+01:00"],
    ],
  ];
}
