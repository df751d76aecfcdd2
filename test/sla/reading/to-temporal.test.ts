import { DateTime, Duration } from "luxon";
import { describe, expect, it } from "vitest";
import { nhsmail, toTemporal } from "../../../src/index";
import { refusal, untyped } from "../../reference/refusals";

/** As much of Temporal as is asked for, which tells what it was given. */
const Temporal = {
  Instant: {
    fromEpochMilliseconds: (ms: number) => ({
      toZonedDateTimeISO: (timeZone: string) => ({ ms, timeZone }),
    }),
  },
  Duration: { from: (text: string) => ({ text }) },
};

describe("toTemporal", () => {
  it("gives an instant in its zone, and a length", () => {
    // 48 core hours of 15 a day, from Friday 17:00: 5, 15, 15 and 13, to Wednesday 20:00.
    const due = nhsmail().targets.incidentResolution.due("2026-11-20T17:00:00Z");
    expect(toTemporal(due, Temporal)).toEqual({
      ms: Date.parse("2026-11-25T20:00:00Z"),
      timeZone: "Europe/London",
    });
    expect(toTemporal(Duration.fromMillis(90_000), Temporal)).toEqual({ text: "PT90S" });
    expect(toTemporal(Duration.fromObject({ days: 2 }), Temporal)).toEqual({ text: "P2D" });
    const nobodyKnows: DateTime | null = null;
    expect(toTemporal(nobodyKnows, Temporal)).toBe(null);
  });

  it("gives an instant at a fixed offset in the name that Temporal has for it", () => {
    const zoneOf = (zone: string) =>
      toTemporal(DateTime.fromMillis(0, { zone }), Temporal).timeZone;
    expect(["UTC", "UTC+1", "UTC-3:30", "Asia/Kolkata"].map(zoneOf)).toEqual([
      "UTC",
      "+01:00",
      "-03:30",
      "Asia/Kolkata",
    ]);
  });

  it("takes the Temporal of the language, and says so if the language has none", () => {
    const at = DateTime.fromMillis(0, { zone: "UTC" });
    const found = Reflect.get(globalThis, "Temporal");
    if (found) expect(String(toTemporal(at))).toBe("1970-01-01T00:00:00+00:00[UTC]");
    else expect(refusal(() => toTemporal(at)).code).toBe("temporal-missing");
  });

  it("takes a Temporal that the language has got, and a polyfill before it", () => {
    const own = Reflect.getOwnPropertyDescriptor(globalThis, "Temporal");
    const at = DateTime.fromMillis(5, { zone: "UTC" });
    Reflect.defineProperty(globalThis, "Temporal", { value: Temporal, configurable: true });
    try {
      expect(toTemporal(at)).toEqual({ ms: 5, timeZone: "UTC" });
      const polyfill = { ...Temporal, Duration: { from: () => "by a polyfill" } };
      expect(toTemporal(Duration.fromMillis(1), polyfill)).toBe("by a polyfill");
    } finally {
      Reflect.deleteProperty(globalThis, "Temporal");
      if (own) Reflect.defineProperty(globalThis, "Temporal", own);
    }
  });

  it.each([
    ["an object with instants alone", { Instant: {} }, '{"Instant":{}}'],
    ["an object with lengths alone", { Duration: {} }, '{"Duration":{}}'],
    ["text", "Temporal", '"Temporal"'],
    ["a number", 5, "5"],
    ["false", false, "false"],
  ])("takes no %s for Temporal", (_, given, shown) => {
    const at = DateTime.fromMillis(0, { zone: "UTC" });
    for (const value of [at, Duration.fromMillis(0)]) {
      const error = refusal(untyped((temporal) => toTemporal(value as DateTime, temporal), given));
      expect([error.code, error.message, error.data]).toEqual([
        "temporal-missing",
        "This engine has no Temporal; give a polyfill, as toTemporal(reading.dueAt, Temporal).",
        { given: shown },
      ]);
    }
  });

  it.each([
    ["text", "2026-11-20", 'the text "2026-11-20"', '"2026-11-20"'],
    ["a number", 5, "the number 5", "5"],
    ["an invalid instant", DateTime.invalid("no"), "an invalid DateTime", "an invalid DateTime"],
    ["an invalid length", Duration.invalid("no"), "an invalid Duration", "an invalid Duration"],
  ])("refuses %s", (_, value, described, shown) => {
    const error = refusal(untyped((given) => toTemporal(given, Temporal as never), value));
    expect([error.code, error.message, error.data]).toEqual([
      "option-invalid",
      `${described} was given, and a Luxon DateTime or Duration is expected; give what a reading has, such as reading.dueAt.`,
      { option: "value", given: shown },
    ]);
  });
});
