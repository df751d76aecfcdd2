import { describe, expect, it } from "vitest";
import type { DerivedState, Fields } from "../../../src/sla/clock/fields";
import type { DatedEvent } from "../../../src/sla/clock/history";
import { fieldsAt, SharedFields } from "../../../src/sla/target/shared-fields";

const event = (index: number, parts: Partial<DatedEvent> = {}): DatedEvent => ({
  index,
  atMs: 0,
  state: undefined,
  severity: undefined,
  fields: undefined,
  ...parts,
});
const before: Fields = { group: "desk" };
const first = event(0, { state: "open", severity: "1", fields: { group: "network" } });
const second = event(1, { fields: { kind: "incident" } });

describe("the fields of a ticket after an instant", () => {
  it.each<[string, readonly DatedEvent[], boolean, Fields]>([
    ["what events give", [first, second], false, { group: "network", kind: "incident" }],
    [
      "also the state and the severity, for who asks for them",
      [first, second],
      true,
      { group: "network", kind: "incident", state: "open", severity: "1" },
    ],
    [
      "the last value of each",
      [first, event(1, { state: "done" })],
      true,
      { group: "network", state: "done", severity: "1" },
    ],
    ["what was known, if nothing is given", [event(0)], true, { group: "desk" }],
    [
      "a field of the name of a word, as it was given last",
      [event(0, { state: "open", fields: { state: "new" } })],
      true,
      { group: "desk", state: "new" },
    ],
  ])("are %s", (_, events, withWords, fields) => {
    expect(fieldsAt(before, events, withWords)).toEqual(fields);
    expect(new SharedFields().after(before, events, withWords)).toEqual(fields);
  });

  it("are worked out once for clocks that ask for the same", () => {
    const shared = new SharedFields();
    const plain = shared.after(before, [first, second], false);
    const withWords = shared.after(before, [first, second], true);
    expect(shared.after(before, [first, second], false)).toBe(plain);
    expect(shared.after(before, [first, second], true)).toBe(withWords);
    expect(withWords).not.toEqual(plain);
  });

  it("are worked out anew if anything differs", () => {
    const shared = new SharedFields();
    const known = shared.after(before, [first, second], true);
    expect(shared.after({ group: "other", of: "it" }, [first, second], true)).toHaveProperty(
      "of",
      "it",
    );
    shared.after(before, [first, second], true);
    expect(shared.after(before, [first], true)).not.toHaveProperty("kind");
    shared.after(before, [first], true);
    expect(shared.after(before, [first, second], true)).toEqual(known);
    expect(shared.after(before, [event(0, { state: "done" }), second], true)).toHaveProperty(
      "state",
      "done",
    );
    expect(shared.after(before, [second, first], true)).not.toBe(known);
  });

  it("are those of the events when they were asked for, though the list grows", () => {
    const shared = new SharedFields();
    const events = [first];
    shared.after(before, events, true);
    events.push(second);
    expect(shared.after(before, events, true)).toHaveProperty("kind", "incident");
  });
});

describe("the state that the fields of a ticket name", () => {
  /** Rows that count how often they are looked at. */
  function counting() {
    let looks = 0;
    const row: DerivedState = {
      state: "open",
      get when() {
        looks++;
        return { group: ["network"] };
      },
    };
    return { rows: [row], looks: () => looks };
  }

  it("is looked up once for all clocks", () => {
    const shared = new SharedFields();
    const { rows, looks } = counting();
    const fields = shared.after(before, [first], true);
    expect([shared.state(rows, fields), shared.state(rows, fields), looks()]).toEqual([
      "open",
      "open",
      1,
    ]);
  });

  it("is none once it has been looked up in vain", () => {
    const shared = new SharedFields();
    const { rows, looks } = counting();
    const fields = shared.after(before, [second], true);
    expect([shared.state(rows, fields), shared.state(rows, fields), looks()]).toEqual([
      undefined,
      undefined,
      1,
    ]);
  });

  it("is looked up by itself for other fields", () => {
    const shared = new SharedFields();
    const { rows } = counting();
    expect(shared.state(rows, { group: "network" })).toBe("open");
    const fields = shared.after(before, [first], true);
    expect(shared.state(rows, { group: "desk" })).toBeUndefined();
    expect(shared.state(rows, fields)).toBe("open");
    expect(shared.state(rows, shared.after(before, [first], false))).toBe("open");
  });
});
