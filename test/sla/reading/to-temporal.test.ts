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
    expect(refusal(untyped((given) => toTemporal(at, given), { Instant: 1 })).code).toBe(
      "temporal-missing",
    );
  });

  it.each([
    ["text", "2026-11-20"],
    ["an invalid instant", DateTime.invalid("no")],
    ["an invalid length", Duration.invalid("no")],
  ])("refuses %s", (_, value) => {
    expect(refusal(untyped((given) => toTemporal(given, Temporal as never), value)).code).toBe(
      "option-invalid",
    );
  });
});
