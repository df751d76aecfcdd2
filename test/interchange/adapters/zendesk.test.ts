import { describe, expect, it } from "vitest";
import { eventsFromZendeskAudits } from "../../../src/interchange";
import { fixOf, written, zendeskAudits } from "./desk";

const MAPS = {
  status: {
    new: "new",
    open: "in-progress",
    pending: "waiting",
    hold: "waiting",
    solved: "resolved",
    closed: "closed",
  },
  priority: { high: "1", normal: "2" },
};

const change = (field_name: string, previous_value: unknown, value: unknown) => ({
  type: "Change",
  field_name,
  previous_value,
  value,
});
const create = (field_name: string, value: unknown) => ({ type: "Create", field_name, value });
const audit = (created_at: string, ...events: object[]) => ({ ticket_id: 7, created_at, events });
const codeOf = (audits: unknown) => {
  try {
    return eventsFromZendeskAudits(audits, MAPS);
  } catch (error) {
    return `${Reflect.get(Object(error), "code")}: ${Reflect.get(Object(error), "message")}`;
  }
};

describe("the history of a Zendesk ticket", () => {
  it("begins with its creation", () => {
    expect(written(eventsFromZendeskAudits(zendeskAudits, MAPS))).toEqual([
      { at: "2026-06-05T15:00:00.000Z", state: "new", severity: "2" },
      { at: "2026-06-05T15:20:00.000Z", state: "in-progress", severity: "1" },
      { at: "2026-06-08T08:30:00.000Z", state: "waiting" },
      { at: "2026-06-08T12:00:00.000Z", state: "in-progress" },
      { at: "2026-06-08T13:30:00.000Z", state: "resolved" },
      { at: "2026-06-12T14:00:00.000Z", state: "closed" },
    ]);
  });

  it("gives the reading that one works out by hand", () => {
    // In June London is an hour ahead of UTC. Friday 16:00-17:00 is an hour, Monday 09:00-09:30 half
    // an hour and 13:00-14:30 an hour and a half: 180 minutes of severity 1's 240. Waiting on Monday
    // from 09:30 to 13:00: 210 minutes.
    expect(fixOf(eventsFromZendeskAudits(zendeskAudits, MAPS), "2026-06-15T12:00:00Z")).toEqual({
      status: "met",
      severity: "1",
      startedAt: "2026-06-05T15:00:00.000Z",
      stoppedAt: "2026-06-08T13:30:00.000Z",
      breachedAt: undefined,
      elapsed: 180,
      pausedFor: 210,
      percent: 75,
    });
  });

  it("reads a list of audits, in any order", () => {
    const newestFirst = [...zendeskAudits.audits].reverse();
    expect(eventsFromZendeskAudits(newestFirst, MAPS)).toEqual(
      eventsFromZendeskAudits(zendeskAudits, MAPS),
    );
  });

  it("has no severity until a priority is given", () => {
    const audits = [
      audit("2026-06-05T15:00:00Z", create("status", "new"), create("priority", null)),
      audit("2026-06-05T16:00:00Z", change("priority", null, "high")),
    ];
    expect(written(eventsFromZendeskAudits(audits, MAPS))).toEqual([
      { at: "2026-06-05T15:00:00.000Z", state: "new" },
      { at: "2026-06-05T16:00:00.000Z", severity: "1" },
    ]);
  });

  it("works the first status out from its first change if the creation does not say it", () => {
    const audits = [
      audit("2026-06-05T15:00:00Z", create("subject", "Printer")),
      audit("2026-06-05T16:00:00Z", change("status", "new", "open")),
    ];
    expect(written(eventsFromZendeskAudits(audits, MAPS))[0]).toEqual({
      at: "2026-06-05T15:00:00.000Z",
      state: "new",
    });
  });

  it("takes the statuses of one audit in turn", () => {
    const audits = [
      audit(
        "2026-06-05T15:00:00Z",
        create("status", "new"),
        change("status", "new", "open"),
        change("status", "open", "solved"),
      ),
    ];
    expect(eventsFromZendeskAudits(audits, MAPS).map(({ state }) => state)).toEqual([
      ...["new", "in-progress", "resolved"],
    ]);
  });

  it("reads instants as older exports write them", () => {
    const audits = [audit("2026/06/05 08:00:00 -0700", create("status", "new"))];
    expect(written(eventsFromZendeskAudits(audits, MAPS))[0]?.at).toBe("2026-06-05T15:00:00.000Z");
  });

  it("takes custom statuses and fields by their numbers", () => {
    const audits = [
      audit("2026-06-05T15:00:00Z", create("custom_status_id", 31), create("360001", "gold")),
    ];
    const status = { field: "custom_status_id", values: { "31": "new" } };
    expect(
      written(eventsFromZendeskAudits(audits, { status, fields: { tier: "360001" } })),
    ).toEqual([{ at: "2026-06-05T15:00:00.000Z", state: "new", fields: { tier: "gold" } }]);
  });
});

describe("audits that cannot be read are refused, with the ticket and the place:", () => {
  const created = audit("2026-06-05T15:00:00Z", create("status", "new"));

  it.each<[string, unknown, string]>([
    ["nothing at all", {}, "history-invalid: Zendesk ticket: {} given; expected a list"],
    ["an invalid audit", [null], "history-invalid: Zendesk ticket, [0]: null given"],
    [
      "an audit without events",
      { audits: [{ ...created, events: null }] },
      'history-invalid: Zendesk ticket "7", audits[0].events: null given; expected a list',
    ],
    [
      "an invalid event",
      [{ ...created, events: [created.events[0], "x"] }],
      'history-invalid: Zendesk ticket "7", [0].events[1]: "x" given',
    ],
    [
      "an audit without an instant",
      [{ ...created, created_at: 5 }],
      'event-instant-invalid: Zendesk ticket "7", [0].created_at: 5 given; expected an instant such as "2026-11-20T16:30:00Z"',
    ],
    [
      "audits of two tickets",
      [created, { ...created, ticket_id: 8 }],
      'history-invalid: Zendesk ticket "7", [1].ticket_id: "8" is another ticket',
    ],
    [
      "no creation",
      [audit("2026-06-05T15:00:00Z", change("status", "new", "open"))],
      'history-incomplete: Zendesk ticket "7": no audit has events of type Create',
    ],
    [
      "a page with another after it",
      { audits: [created], next_page: "https://desk.example/audits?page=2" },
      'history-incomplete: Zendesk ticket "7", audits: this page is not the last',
    ],
    ["the same by cursor", { audits: [created], meta: { has_more: true } }, "history-incomplete: "],
    [
      "a status that the map lacks",
      [audit("2026-06-05T15:00:00Z", create("status", "deleted"))],
      'state-unknown: Zendesk ticket "7", [0].events[0].value: "deleted" is missing from the map "status"',
    ],
  ])("%s", (_, audits, message) => {
    expect(codeOf(audits)).toContain(message);
  });
});
