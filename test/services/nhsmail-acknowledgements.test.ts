import { describe, expect, it } from "vitest";
import { type NhsmailOptions, nhsmail } from "../../src/index";
import { london } from "./nhsmail-desk";

function complaintDue(reportedAt: string, options?: NhsmailOptions): string | null {
  return london(nhsmail(options).targets.complaintAcknowledgement.due(reportedAt));
}

function escalation(
  events: readonly (readonly [at: string, state: string])[],
  asOf: string,
  options?: NhsmailOptions,
) {
  const history = events.map(([at, state]) => ({ at, state }));
  return nhsmail(options).targets.escalationAcknowledgement.track(history, { asOf });
}

describe("NM-01: a complaint is acknowledged within 1 working day", () => {
  it.each([
    // Monday is day 0; Tuesday is day 1, to the midnight that ends it.
    ["on a Monday", "2026-11-16T10:00Z", "Wed 2026-11-18 00:00 +00:00"],
    // Monday is day 1.
    ["on a Friday evening", "2026-11-20T20:00Z", "Tue 2026-11-24 00:00 +00:00"],
    ["on a Saturday, which is day 0 as well", "2026-11-21T10:00Z", "Tue 2026-11-24 00:00 +00:00"],
    // Friday 25, the weekend and Monday 28 are not working days; Tuesday 29 is day 1.
    ["on Christmas Eve", "2026-12-24T10:00Z", "Wed 2026-12-30 00:00 +00:00"],
    ["on Christmas Day", "2026-12-25T10:00Z", "Wed 2026-12-30 00:00 +00:00"],
    // Easter Monday is not one either; Tuesday 30 March is day 1, in summer time.
    ["on Good Friday", "2027-03-26T10:00Z", "Wed 2027-03-31 00:00 +01:00"],
  ])("reported %s", (_, reportedAt, due) => {
    expect(complaintDue(reportedAt)).toBe(due);
  });

  it.each<[NonNullable<NhsmailOptions["division"]>, string, string]>([
    // Easter Monday is a working day in Scotland.
    ["scotland", "2027-03-26T10:00Z", "Tue 2027-03-30 00:00 +01:00"],
    // 1 January is a Friday, and Monday the 4th stands in for the 2nd; Tuesday the 5th is day 1.
    ["scotland", "2026-12-31T10:00Z", "Wed 2027-01-06 00:00 +00:00"],
    ["england-and-wales", "2026-12-31T10:00Z", "Tue 2027-01-05 00:00 +00:00"],
    // St Patrick's Day 2027 is a Wednesday; Thursday the 18th is day 1.
    ["northern-ireland", "2027-03-16T10:00Z", "Fri 2027-03-19 00:00 +00:00"],
    ["england-and-wales", "2027-03-16T10:00Z", "Thu 2027-03-18 00:00 +00:00"],
  ])("in %s, reported at %s", (division, reportedAt, due) => {
    expect(complaintDue(reportedAt, { division })).toBe(due);
  });

  it.each<[NonNullable<NhsmailOptions["acknowledgement"]>, string, string]>([
    ["end-of-day", "2026-11-20T20:00Z", "Tue 2026-11-24 00:00 +00:00"],
    ["same-time", "2026-11-20T20:00Z", "Mon 2026-11-23 20:00 +00:00"],
    ["same-time", "2026-11-21T10:00Z", "Mon 2026-11-23 10:00 +00:00"],
    // The same time on the wall, though the clocks have gone back.
    ["same-time", "2026-10-23T20:00+01:00", "Mon 2026-10-26 20:00 +00:00"],
    // Friday 20:00 to 22:00 is 2 h, Monday 07:00 to 20:00 the other 13.
    ["core-hours", "2026-11-20T20:00Z", "Mon 2026-11-23 20:00 +00:00"],
    // The whole 15 h of Monday.
    ["core-hours", "2026-11-21T10:00Z", "Mon 2026-11-23 22:00 +00:00"],
  ])("read as %s, from %s", (acknowledgement, reportedAt, due) => {
    expect(complaintDue(reportedAt, { acknowledgement })).toBe(due);
  });

  it("read as core hours, is of Monday to Friday whatever the incident's core hours are", () => {
    const options = { acknowledgement: "core-hours", coreHours: "weekends-core" } as const;
    expect(complaintDue("2026-11-20T20:00Z", options)).toBe("Mon 2026-11-23 20:00 +00:00");
  });

  it("is in time to the midnight itself, and no longer", () => {
    const { complaintAcknowledgement } = nhsmail().targets;
    const acknowledgedAt = (at: string) =>
      complaintAcknowledgement.track(
        [
          { at: "2026-11-16T10:00Z", state: "complaint-reported" },
          { at, state: "complaint-acknowledged" },
        ],
        { asOf: "2026-11-18T09:00Z" },
      ).status;
    expect(acknowledgedAt("2026-11-18T00:00Z")).toBe("met");
    expect(acknowledgedAt("2026-11-18T00:00:01Z")).toBe("breached");
  });
});

describe("NM-03: escalations are taken in 24/7", () => {
  it("on any day at any hour, while the acknowledgement keeps its working days", () => {
    const sla = nhsmail();
    expect(sla.calendars["always"]?.isOpen("2026-12-25T03:00Z")).toBe(true);
    expect(sla.calendars["workingDays"]?.isOpen("2026-12-25T03:00Z")).toBe(false);
    const received = [["2026-12-25T03:00Z", "escalation-form-received"]] as const;
    const reading = escalation(received, "2026-12-25T09:00Z");
    expect(london(reading.startedAt)).toBe("Fri 2026-12-25 03:00 +00:00");
    // Tuesday 29 December is the first working day after Christmas Day.
    expect(london(reading.dueAt)).toBe("Wed 2026-12-30 00:00 +00:00");
  });
});

describe("NM-04: an escalation is acknowledged within 1 working day", () => {
  const contacted = ["2026-11-19T10:00Z", "escalation-contacted"] as const;
  const form = ["2026-11-20T20:00Z", "escalation-form-received"] as const;

  it("of its completed form, whatever came before", () => {
    expect(escalation([contacted], "2026-11-20T10:00Z").status).toBe("pending");
    // Received on Friday evening; Monday is day 1.
    const reading = escalation([contacted, form], "2026-11-21T10:00Z");
    expect(london(reading.dueAt)).toBe("Tue 2026-11-24 00:00 +00:00");
  });

  it("of any contact, if that is chosen", () => {
    const anyContact = { escalationForm: "any-contact" } as const;
    // Thursday is day 0, Friday day 1.
    const reading = escalation([contacted, form], "2026-11-20T21:00Z", anyContact);
    expect(london(reading.dueAt)).toBe("Sat 2026-11-21 00:00 +00:00");
    // A form with no contact before it is a contact too.
    const formAlone = escalation([form], "2026-11-21T10:00Z", anyContact);
    expect(london(formAlone.dueAt)).toBe("Tue 2026-11-24 00:00 +00:00");
  });

  it.each(["escalation-acknowledged", "escalation-refused"])("is met by %s", (state) => {
    const events = [form, ["2026-11-23T17:00Z", state]] as const;
    expect(escalation(events, "2026-11-24T10:00Z").status).toBe("met");
  });

  it("each time anew for another escalation of the same ticket", () => {
    const events = [
      ["2026-11-16T10:00Z", "escalation-form-received"],
      ["2026-11-16T12:00Z", "escalation-acknowledged"],
      ["2026-11-19T10:00Z", "escalation-form-received"],
    ] as const;
    const reading = escalation(events, "2026-11-19T11:00Z");
    // Thursday is day 0, Friday day 1.
    expect(london(reading.dueAt)).toBe("Sat 2026-11-21 00:00 +00:00");
    expect(reading.cycles.map(({ status }) => status)).toEqual(["met", "running"]);
  });

  it.each<[NonNullable<NhsmailOptions["acknowledgement"]>, string]>([
    ["end-of-day", "Tue 2026-11-24 00:00 +00:00"],
    ["same-time", "Mon 2026-11-23 20:00 +00:00"],
    // 2 h of Friday and 13 h of Monday.
    ["core-hours", "Mon 2026-11-23 20:00 +00:00"],
  ])("read as %s", (acknowledgement, due) => {
    const { escalationAcknowledgement } = nhsmail({ acknowledgement }).targets;
    expect(london(escalationAcknowledgement.due("2026-11-20T20:00Z"))).toBe(due);
  });
});

describe("NM-09: a clinical escalation starts no clock of a general one", () => {
  const clinical = ["2026-12-25T03:00Z", "clinical-escalation-received"] as const;
  const form = ["2026-12-25T03:00Z", "escalation-form-received"] as const;
  const later = ["2026-12-29T10:00Z", "escalation-form-received"] as const;

  it("has no target of its own, which could be late by a minute", () => {
    expect(Object.keys(nhsmail().targets)).not.toContain("clinicalEscalation");
  });

  it.each([
    ["alone", [clinical]],
    ["with a form at the same instant", [clinical, form]],
    ["before a form", [clinical, later]],
    ["after a form", [form, ["2026-12-25T09:00Z", "clinical-escalation-received"]]],
    ["whose process has started", [form, ["2026-12-25T09:00Z", "clinical-process-started"]]],
  ] as const)("%s", (_, events) => {
    const reading = escalation(events, "2027-01-15T10:00Z");
    expect([reading.status, reading.breached]).toEqual(["cancelled", false]);
  });
});
