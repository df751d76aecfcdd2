import { DateTime, Duration } from "luxon";
import { describe, expect, it } from "vitest";
import {
  eligibility,
  explain,
  snapshot,
  summary,
  toJiraSla,
  toServiceNowTaskSla,
  workingOf,
} from "../../../src/index";
import { deskTarget, mon } from "../../reference/desk";
import { refusal, untyped } from "../../reference/refusals";

const target = deskTarget({ allowance: { hours: 4, calendar: "office" }, warnAt: [0.5] });
const history = [
  { at: mon("09:00"), state: "open" },
  { at: mon("10:00"), state: "waiting" },
];
const reading = target.track(history, { asOf: mon("11:00") });

/** Every function that takes a reading. */
const doors = {
  explain,
  workingOf,
  toJiraSla,
  toServiceNowTaskSla,
  summary,
  eligibility: (given: never) =>
    eligibility(
      "escalate",
      { anyOf: [{ id: "late", title: "Late", all: [{ breached: true }] }] },
      { reading: given },
    ),
};

const revoked = Proxy.revocable({}, {});
revoked.revoke();

describe.each(Object.entries(doors))("%s", (name, door) => {
  it.each<[string, unknown]>([
    ["an object without keys", {}],
    ["text", "reading"],
    ["a number", 5],
    ["a list", [reading]],
    ["a proxy that has been revoked", revoked.proxy],
    ["an object whose keys throw", new Proxy({ ...reading }, { get: () => JSON.parse("{") })],
    ["a reading whose due instant is text", { ...reading, dueAt: "tomorrow" }],
    ["a reading whose due instant is invalid", { ...reading, dueAt: DateTime.invalid("no") }],
    ["a reading whose length is a number", { ...reading, elapsed: 5 }],
    ["a reading whose length is invalid", { ...reading, elapsed: Duration.invalid("no") }],
    ["a reading with a segment that is null", { ...reading, segments: [null] }],
    ["a reading with a cycle without an end", { ...reading, cycles: [{}] }],
    ["a reading without its percentage", { ...reading, percentElapsed: undefined }],
  ])("refuses %s", (_, given) => {
    const error = refusal(untyped(door, given));
    expect(error.code).toBe("not-a-reading");
    const subject = name === "eligibility" ? 'Eligibility "escalate"' : name;
    const start = `${subject} takes a reading, as track and follow give them, not `;
    expect(error.message.slice(0, start.length)).toBe(start);
  });

  it("names readingFromJSON to whoever gives a reading that has been through JSON", () => {
    const error = refusal(untyped(door, JSON.parse(JSON.stringify(reading))));
    expect([error.code, error.message]).toEqual([
      "not-a-reading",
      expect.stringMatching(
        /; it has been through JSON, so give readingFromJSON\(JSON\.parse\(text\)\)\.$/,
      ),
    ]);
  });

  it("takes a copy of a reading", () => {
    expect(() => door({ ...reading } as never)).not.toThrow();
    expect(name in doors).toBe(true);
  });
});

describe("the message", () => {
  it("says which part is wrong, and what it is", () => {
    const given = { ...reading, elapsed: "3 hours" };
    expect(refusal(untyped(explain, given)).message).toMatch(
      /; its "elapsed" is the text "3 hours"\.$/,
    );
  });

  it("of a snapshot is its own, since a copy cannot go on", () => {
    const error = refusal(
      untyped((given) => snapshot(given, { until: mon("12:00") }), { ...reading }),
    );
    expect(error.code).toBe("reading-not-live");
  });
});
