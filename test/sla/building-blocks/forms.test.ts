import { describe, expect, it } from "vitest";
import { defineSla, type Sla } from "../../../src/index";
import { always, mon, tue, utc } from "../../reference/desk";
import { untyped, wordForWord } from "../../reference/refusals";

const { forms }: Sla = defineSla({
  id: "desk",
  timeZone: "Europe/Paris",
  calendars: { always },
  targets: {
    fix: { allowance: { hours: 1, calendar: "always" }, runs: ["open"], stops: ["done"] },
  },
  forms: {
    report: {
      title: "The report",
      clause: "F-1",
      bansPersonalData: "F-2",
      fields: {
        user: { title: "Affected user(s)", or: ["Account", "E-mail"] },
        seen: { title: "Seen" },
        more: { title: "More", optional: true },
      },
    },
    plain: { fields: { user: { title: "User" } } },
    empty: { fields: {} },
    theirs: { fields: {}, unstated: "The supplier has them" },
  },
});
const { report, plain, empty, theirs } = forms;

describe("a form", () => {
  it("says what it is", () => {
    expect(report).toMatchObject({
      title: "The report",
      clause: "F-1",
      banClause: "F-2",
      fields: [
        { id: "user", title: "Affected user(s)", optional: false },
        { id: "seen", title: "Seen", optional: false },
        { id: "more", title: "More", optional: true },
      ],
    });
    expect(plain).toMatchObject({ title: "plain", clause: null, banClause: null });
  });

  it.each(["user", "USER", "Affected user(s)", "affected_users", "account", "email", "E-Mail"])(
    "takes a field by any of its names: %s",
    (name) => {
      expect(report?.missing({ [name]: "A", seen: "B" })).toEqual([]);
    },
  );

  it("lacks what is not there, and says nothing", () => {
    const lacks = (seen: unknown) => report?.missing({ user: "A", seen }).map(({ id }) => id);
    for (const nothing of [undefined, null, "", " ", [], [""], [null, []]]) {
      expect(lacks(nothing)).toEqual(["seen"]);
    }
    for (const something of ["x", 0, false, {}, ["", "x"], [0]])
      expect(lacks(something)).toEqual([]);
  });

  it("is checked at once for what it lacks and for personal data, if that is banned", () => {
    const form = { user: "surname: Smith" };
    expect(report?.check(form)).toMatchObject({
      complete: false,
      missing: [{ id: "seen" }],
      flagged: [{ field: "user", kind: "last-name" }],
    });
    expect(plain?.check(form)).toEqual({ complete: true, missing: [], flagged: [] });
    expect(Object.isFrozen(report?.check(form))).toBe(true);
  });

  it("is complete with the first submission after which nothing is missing, in order of time", () => {
    const at = report?.completedAt([
      { at: tue("09:00"), form: { seen: "B" } },
      { at: mon("09:00"), form: { user: "A" } },
      { at: tue("10:00"), form: { user: "", seen: null } },
    ]);
    expect([utc(at ?? null), at?.zoneName]).toEqual([tue("09:00"), "Europe/Paris"]);
    expect(report?.completedAt([])).toBeNull();
  });

  wordForWord([
    [
      "refuses anything but an object of fields",
      untyped((given) => report?.flagged(given), "A"),
      "form-invalid",
      '"A" is not a filled form; give its fields as an object, such as { description: "..." }.',
      { given: '"A"' },
    ],
    [
      "refuses one submission in place of a list",
      untyped((given) => report?.completedAt(given), { at: mon("09:00"), form: {} }),
      "option-invalid",
      '{"at":"2026-11-16T09:00:00Z","form":{}} given as "submissions"; give a list, which may be empty.',
    ],
    [
      "without fields cannot be asked",
      () => empty?.missing({}),
      "form-unstated",
      'The form "empty" has no fields. Give them in the policy.',
      { form: "empty" },
    ],
    [
      "without fields says who has them",
      () => theirs?.check({}),
      "form-unstated",
      'The form "theirs" has no fields. The supplier has them.',
    ],
  ]);
});
