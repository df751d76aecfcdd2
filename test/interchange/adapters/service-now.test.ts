import { describe, expect, it } from "vitest";
import { eventsFromServiceNowAudit, type ServiceNowOptions } from "../../../src/interchange";
import { fixOf, serviceNowAudit, written } from "./desk";

const MAPS = {
  status: { "1": "new", "2": "in-progress", "3": "waiting", "6": "resolved", "7": "closed" },
  priority: { "2": "1", "3": "2" },
};

const row = (at: string, fieldname: string, oldvalue: string, newvalue: string, more = {}) => ({
  documentkey: "INC1",
  fieldname,
  oldvalue,
  newvalue,
  sys_created_on: at,
  ...more,
});
const codeOf = (rows: unknown, options: ServiceNowOptions = MAPS) => {
  try {
    return eventsFromServiceNowAudit(rows, options);
  } catch (error) {
    return `${Reflect.get(Object(error), "code")}: ${Reflect.get(Object(error), "message")}`;
  }
};

describe("the history of a ServiceNow record", () => {
  it("begins with its insertion, in the priority before its first change", () => {
    expect(written(eventsFromServiceNowAudit(serviceNowAudit, MAPS))).toEqual([
      { at: "2026-12-24T16:00:00.000Z", state: "new", severity: "2" },
      { at: "2026-12-29T09:30:00.000Z", state: "in-progress" },
      { at: "2026-12-29T09:45:00.000Z", severity: "1" },
      { at: "2026-12-29T10:00:00.000Z", state: "waiting" },
      { at: "2026-12-30T09:00:00.000Z", state: "in-progress" },
      { at: "2026-12-30T12:00:00.000Z", state: "resolved" },
    ]);
  });

  it("gives the reading that one works out by hand", () => {
    // Thursday 24 December 16:00-17:00 is an hour. Friday and Monday are bank holidays (Christmas, and
    // Boxing Day in lieu). Tuesday 09:00-10:00 is an hour, Wednesday 09:00-12:00 three: five hours of
    // severity 1's four, which were used up on Wednesday at 11:00. Waiting: Tuesday 10:00-17:00.
    const events = eventsFromServiceNowAudit(serviceNowAudit.result, MAPS);
    expect(fixOf(events, "2026-12-31T12:00:00Z")).toEqual({
      status: "breached",
      severity: "1",
      startedAt: "2026-12-24T16:00:00.000Z",
      stoppedAt: "2026-12-30T12:00:00.000Z",
      breachedAt: "2026-12-30T11:00:00.000Z",
      elapsed: 300,
      pausedFor: 420,
      percent: 125,
    });
  });

  it("begins as the record says if the log has no insertion", () => {
    const rows = [row("2026-11-20 17:00:00", "state", "1", "2")];
    const record = { opened_at: "2026-11-20 16:30:00", sys_created_on: "2026-11-20 16:31:00" };
    const expected = [
      { at: "2026-11-20T16:30:00.000Z", state: "new", severity: "2" },
      { at: "2026-11-20T17:00:00.000Z", state: "in-progress" },
    ];
    const with3 = { ...record, priority: "3", state: "2" };
    expect(written(eventsFromServiceNowAudit(rows, { ...MAPS, record: with3 }))).toEqual(expected);
    const created = { ...with3, opened_at: "", sys_created_on: "2026-11-20 16:30:00" };
    expect(written(eventsFromServiceNowAudit(rows, { ...MAPS, record: created }))).toEqual(
      expected,
    );
  });

  it("of a record that never changed is its present state", () => {
    const record = { number: "INC1", opened_at: "2026-11-20 16:30:00", state: "1", priority: "3" };
    expect(written(eventsFromServiceNowAudit([], { ...MAPS, record }))).toEqual([
      { at: "2026-11-20T16:30:00.000Z", state: "new", severity: "2" },
    ]);
  });

  it("is read from values beside their displays, by either", () => {
    const both = (value: string, display_value: string) => ({ value, display_value });
    const rows = [
      {
        documentkey: both("INC1", "INC1"),
        fieldname: both("state", "state"),
        oldvalue: both("", ""),
        newvalue: both("1", "New"),
        // The display is in the zone of whoever asked.
        sys_created_on: both("2026-11-20 16:30:00", "2026-11-20 08:30:00"),
      },
    ];
    const expected = [{ at: "2026-11-20T16:30:00.000Z", state: "new" }];
    expect(written(eventsFromServiceNowAudit(rows, MAPS))).toEqual(expected);
    const status = { New: "new" };
    expect(written(eventsFromServiceNowAudit(rows, { status }))).toEqual(expected);
  });

  it("puts rows of one second in the order of their updates", () => {
    const at = "2026-11-20 17:00:00";
    const events = eventsFromServiceNowAudit(
      [
        row(at, "state", "2", "3", { record_checkpoint: "10" }),
        row(at, "state", "1", "2", { record_checkpoint: "9" }),
        row("2026-11-20 16:30:00", "state", "", "1", { record_checkpoint: "0" }),
      ],
      MAPS,
    );
    expect(events.map(({ state }) => state)).toEqual(["new", "in-progress", "waiting"]);
  });

  it("puts those without an update in the order in which each goes on from the one before", () => {
    const at = "2026-11-20 17:00:00";
    const rows = [
      row(at, "state", "3", "6"),
      row(at, "state", "2", "3"),
      row(at, "state", "1", "2"),
      row(at, "state", "3", "2"),
      row(at, "state", "2", "3"),
      row("2026-11-20 16:30:00", "state", "", "1"),
    ];
    const states = eventsFromServiceNowAudit(rows, MAPS).map(({ state }) => state);
    expect(states).toEqual([
      ...["new", "in-progress", "waiting", "in-progress", "waiting", "resolved"],
    ]);
  });

  it("keeps rows outside any chain in the order given, the newest first or last", () => {
    const at = "2026-11-20 17:00:00";
    const rows = [
      row("2026-11-20 16:30:00", "state", "", "1"),
      row(at, "state", "1", "2"),
      row(at, "state", "3", "6"),
      row("2026-11-20 18:00:00", "state", "6", "7"),
    ];
    const states = ["new", "in-progress", "resolved", "closed"];
    const statesOf = (given: readonly object[]) =>
      eventsFromServiceNowAudit(given, MAPS).map(({ state }) => state);
    expect(statesOf(rows)).toEqual(states);
    expect(statesOf([...rows].reverse())).toEqual(states);
  });

  it("carries a state as a field, for policies that derive theirs", () => {
    const rows = [row("2026-11-20 16:30:00", "state", "", "1")];
    const options = { status: null, priority: null, fields: { status: "state" } };
    expect(written(eventsFromServiceNowAudit(rows, options))).toEqual([
      { at: "2026-11-20T16:30:00.000Z", fields: { status: "1" } },
    ]);
  });

  it("takes the state of a table that has another name for it", () => {
    const rows = [row("2026-11-20 16:30:00", "incident_state", "", "1")];
    const status = { field: "incident_state", values: { "1": "new" } };
    expect(eventsFromServiceNowAudit(rows, { status })[0]?.state).toBe("new");
  });
});

describe("rows that cannot be read are refused, with the record and the place:", () => {
  const insert = row("2026-11-20 16:30:00", "state", "", "1");

  it.each<[string, unknown, string]>([
    [
      "nothing at all",
      undefined,
      "history-invalid: ServiceNow record: undefined given; expected a list",
    ],
    ["an invalid row", [insert, 7], "history-invalid: ServiceNow record, [1]: 7 given"],
    [
      "rows of two records",
      { result: [insert, { ...insert, documentkey: "INC2" }] },
      'history-invalid: ServiceNow record "INC1", result[1].documentkey: "INC2" is another record',
    ],
    [
      "no insertion, and no record",
      [row("2026-11-20 17:00:00", "state", "1", "2")],
      'history-incomplete: ServiceNow record "INC1": the log does not have the insertion of the record',
    ],
    ["no rows, and no record", [], "history-incomplete: "],
    [
      "an instant in the format of a user",
      [row("20-11-2026 16:30:00", "state", "", "1")],
      'event-instant-invalid: ServiceNow record "INC1", [0].sys_created_on: "20-11-2026 16:30:00" given; expected an instant such as "2026-11-20 16:30:00"',
    ],
    [
      "a date that does not exist",
      [row("2026-02-30 16:30:00", "state", "", "1")],
      "event-instant-invalid: ",
    ],
    [
      "a state that the map lacks",
      [row("2026-11-20 16:30:00", "state", "", "-5")],
      'state-unknown: ServiceNow record "INC1", [0].newvalue: "-5" is missing from the map "status"',
    ],
  ])("%s", (_, rows, message) => {
    expect(codeOf(rows)).toContain(message);
  });

  it("an invalid record, or one without an instant", () => {
    expect(codeOf([insert], { ...MAPS, record: [] })).toContain(
      'option-invalid: [] given as "record"',
    );
    expect(codeOf([insert], { ...MAPS, record: { opened_at: "soon" } })).toContain(
      'event-instant-invalid: ServiceNow record "INC1", record.opened_at: "soon" given',
    );
  });

  it("rows of other fields are passed over, whatever they hold", () => {
    const other = { fieldname: "comments", oldvalue: {}, newvalue: [], sys_created_on: null };
    expect(eventsFromServiceNowAudit([other, insert], MAPS)).toHaveLength(1);
  });
});
