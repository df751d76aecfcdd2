import { describe, expect, it } from "vitest";
import {
  explain,
  HistoryError,
  InvalidInstantError,
  nhsLogin,
  nhsLoginProblemFixDue,
  nhsmail,
} from "../../src";

const { problemFix } = nhsLogin().targets;
const due = (recordedAt: string, severity: string) =>
  problemFix.due(recordedAt, { severity }).toISO();

describe("NL-PRB1: a problem of severity 1 is fixed within 30 working days", () => {
  it("counts from the day after the record to the end of the 30th, over Christmas", () => {
    // Friday 20 November 2026 is day 0. 20 days to 18 December; 21 to 24 make 24; 29 to 31 make 27;
    // 1 January is a holiday; Monday 4, Tuesday 5 and Wednesday 6 January make 30.
    expect(due("2026-11-20T10:00:00Z", "1")).toBe("2027-01-07T00:00:00.000+00:00");
  });

  it("starts when the incident is recorded as a problem, and runs on when it is closed", () => {
    const released = (at: string) => [
      { at: "2026-11-20T08:00:00Z", state: "new", severity: "1" },
      { at: "2026-11-20T10:00:00Z", state: "problem-recorded" },
      { at: "2026-11-23T10:00:00Z", state: "closed" },
      { at, state: "fix-released" },
    ];
    const asOf = "2027-02-01T00:00:00Z";
    const inTime = problemFix.track(released("2027-01-07T00:00:00Z"), { asOf });
    expect([inTime.status, inTime.startedAt?.toISO(), inTime.rule?.id]).toEqual([
      "met",
      "2026-11-20T10:00:00.000+00:00",
      "NL-PRB1",
    ]);
    expect(problemFix.track(released("2027-01-07T00:00:00.001Z"), { asOf }).status).toBe(
      "breached",
    );
    // The incident itself took 08:00-10:00.
    const incident = nhsLogin().targets.incidentResolution.track(released(asOf), { asOf });
    expect([incident.status, incident.elapsed.as("hours")]).toEqual(["met", 2]);
  });
});

describe("NL-PRB2: a problem of severity 2 is fixed within 60 working days", () => {
  it("counts a problem that is recorded on a bank holiday from the first working day after it", () => {
    // Christmas Day is day 0. 29 to 31 December make 3; 4 January to 26 February, eight weeks, 43;
    // 1 to 19 March, three weeks, 58; Monday 22 and Tuesday 23 March 60.
    expect(due("2026-12-25T09:00:00Z", "2")).toBe("2027-03-24T00:00:00.000+00:00");
  });
});

describe("NL-PRB3: a problem of severity 3 is fixed within 120 working days", () => {
  const recordedAt = "2026-09-25T16:00:00Z";

  it("counts over the end of summer time", () => {
    // Friday 25 September is day 0. Twelve weeks to 18 December make 60; 21 to 24 make 64; 29 to 31
    // make 67; 4 January to 12 March, ten weeks, 117; 15, 16 and 17 March 120.
    expect(due(recordedAt, "3")).toBe("2027-03-18T00:00:00.000+00:00");
  });

  it("takes a day longer in Northern Ireland, and two in Scotland", () => {
    const dueIn = (division: "northern-ireland" | "scotland") =>
      nhsLogin({ division }).targets.problemFix.due(recordedAt, { severity: "3" }).toISO();
    // 17 March is St Patrick's Day: the 120th is the 18th.
    expect(dueIn("northern-ireland")).toBe("2027-03-19T00:00:00.000+00:00");
    // 30 November and, in lieu of the 2nd, 4 January are closed: the 120th is Friday the 19th.
    expect(dueIn("scotland")).toBe("2027-03-20T00:00:00.000+00:00");
  });
});

describe("NL-PRB4: a problem of severity 4 is fixed within 240 working days", () => {
  it("counts into the next April", () => {
    // 1 May 2026 is day 0. Working days left in May 18, June 22, July 23, August 20, September 22,
    // October 22, November 21, December 21, January 20, February 20, March 21: 230. April 2027 begins
    // on a Thursday: 1, 2, 5 to 9, 12, 13 and 14 make 240.
    expect(due("2026-05-01T11:00:00Z", "4")).toBe("2027-04-15T00:00:00.000+01:00");
  });
});

describe("NL-PRB5: a problem of severity 5 is fixed within 360 working days", () => {
  it("counts into the October after that", () => {
    // As above, 230 to the end of March 2027. April 22, May 19, June 22, July 22, August 21, September
    // 22: 358. October begins on a Friday: Friday 1 and Monday 4 make 360.
    expect(due("2026-05-01T11:00:00Z", "5")).toBe("2027-10-05T00:00:00.000+01:00");
  });
});

describe("NL-PRB1, NL-PRB2, NL-PRB3, NL-PRB4 and NL-PRB5: or an agreed release", () => {
  const recordedAt = "2026-11-20T10:00:00Z";
  // The 30 working days end with 6 January, as above.
  const counted = "2027-01-07T00:00:00.000+00:00";
  const sooner = "2026-12-11T09:00:00.000+00:00";
  const later = "2027-01-18T09:00:00.000+00:00";
  const fixDue = (
    problemRelease?: "replaces" | "earlier" | "later",
    agreedReleaseAt?: string,
  ): string | null =>
    nhsLoginProblemFixDue(nhsLogin(problemRelease && { problemRelease }), recordedAt, {
      severity: "1",
      ...(agreedReleaseAt === undefined ? {} : { agreedReleaseAt }),
    }).toISO();

  it("takes the working days if no release is agreed", () => {
    expect(fixDue()).toBe(counted);
    expect(fixDue("earlier")).toBe(counted);
    expect(fixDue("later")).toBe(counted);
  });

  it.each([
    [undefined, sooner, sooner],
    [undefined, later, later],
    ["replaces", later, later],
    ["earlier", sooner, sooner],
    ["earlier", later, counted],
    ["later", sooner, counted],
    ["later", later, later],
  ] as const)("problemRelease: %s, with a release at %s, is due at %s", (option, release, at) => {
    expect(fixDue(option, release)).toBe(at);
  });

  it.each([
    [undefined, sooner, sooner],
    [undefined, later, later],
    ["earlier", sooner, sooner],
    ["earlier", later, counted],
    ["later", sooner, counted],
    ["later", later, later],
  ] as const)(
    "track follows it: problemRelease %s, a release at %s, due at %s",
    (option, release, at) => {
      const { targets } = nhsLogin(option && { problemRelease: option });
      const history = [
        { at: "2026-11-20T09:00:00Z", state: "new", severity: "1" },
        { at: recordedAt, state: "problem-recorded" },
        { at: "2026-11-25T10:00:00Z", dueAt: release },
      ];
      const reading = targets.problemFix.track(history, { asOf: "2026-11-26T00:00:00Z" });
      expect([reading.status, reading.dueAt?.toISO()]).toEqual(["running", at]);
      // What track says and what explain says are one.
      if (at === release)
        expect(explain(reading)).toMatch(/^agreed on Wed 25 Nov 2026 10:00: due /m);
      // The incident was over in an hour, and has no release.
      const incident = targets.incidentResolution.track(history, { asOf: "2027-02-01T00:00:00Z" });
      expect([incident.status, incident.agreedDate]).toEqual(["met", null]);
    },
  );

  it("is met by a fix on the day of the release, though the working days are over", () => {
    const fixed = (at: string) =>
      nhsLogin().targets.problemFix.track(
        [
          { at: recordedAt, state: "problem-recorded", severity: "1" },
          { at: "2026-11-25T10:00:00Z", dueAt: later },
          { at, state: "fix-released" },
        ],
        { asOf: "2027-02-01T00:00:00Z" },
      );
    expect(fixed("2027-01-18T09:00:00Z").status).toBe("met");
    expect(fixed("2027-01-18T09:00:00.001Z").status).toBe("breached");
  });

  it("gives a release in London's time, whatever zone it was agreed in", () => {
    // 09:00 in New York, five hours behind.
    expect(fixDue("replaces", "2027-01-18T04:00:00-05:00")).toBe(later);
  });

  it("refuses an unknown severity and an invalid release", () => {
    const sla = nhsLogin();
    expect(() => nhsLoginProblemFixDue(sla, recordedAt, { severity: "6" })).toThrow(HistoryError);
    expect(() => fixDue("replaces", "2027-01-18T09:00")).toThrow(InvalidInstantError);
  });

  it("refuses another policy and options that it does not know", () => {
    const loosely = nhsLoginProblemFixDue as (...given: readonly unknown[]) => unknown;
    expect(() => loosely({ targets: {} }, recordedAt, { severity: "1" })).toThrow(
      "given to nhsLoginProblemFixDue; expected a policy",
    );
    expect(() => loosely(nhsmail(), recordedAt, { severity: "1" })).toThrow(
      '"problemFix" is not a target of policy "nhsmail"',
    );
    expect(() => loosely(nhsLogin(), recordedAt)).toThrow(HistoryError);
    expect(() => loosely(nhsLogin(), recordedAt, "1")).toThrow("is not an object of options");
    expect(() => loosely(nhsLogin(), recordedAt, { sevrity: "1" })).toThrow('"sevrity"');
  });

  it("says which reading is taken and which are not", () => {
    const clause = nhsLogin({ problemRelease: "later" }).clauses["NL-PRB5"];
    expect(clause?.reading).toContain("comes after the end of the working days");
    expect(
      clause?.alternatives
        .filter(({ option }) => option === "problemRelease")
        .map(({ value }) => value),
    ).toEqual(["replaces", "earlier"]);
  });
});
