import { describe, expect, it } from "vitest";
import { defineSla } from "../../../src/index";
import { always, mon, nextMon, office, tue, utc } from "../../reference/desk";
import { refusal } from "../../reference/refusals";

describe("a recurrence", () => {
  const { recurrences } = defineSla({
    id: "desk",
    calendars: { office, always },
    targets: {},
    recurrences: {
      rolling: { every: { hours: 8, calendar: "always" } },
      grid: { every: { hours: 8, calendar: "always" }, anchor: "grid" },
      titled: { title: "Report", every: { hours: 8, calendar: "office" } },
      still: { every: { hours: 0, calendar: "always" }, anchor: "grid" },
    },
  } as const);
  const start = mon("00:00");
  const rows = ({ occurrences }: ReturnType<typeof recurrences.rolling>) =>
    occurrences.map(({ number, dueAt, doneAt, late }) => [number, utc(dueAt), utc(doneAt), late]);

  it("has a title, or else its name", () => {
    expect(recurrences.rolling(start, { asOf: start })).toMatchObject({
      title: "rolling",
      clause: null,
    });
    expect(recurrences.titled(start, { asOf: start }).title).toBe("Report");
  });

  it("is not late if it is done at the due instant, nor as of that instant", () => {
    const done = [mon("08:00")];
    const reading = recurrences.rolling(start, { asOf: mon("16:00"), done });
    expect(rows(reading)).toEqual([
      [1, mon("08:00"), mon("08:00"), false],
      [2, mon("16:00"), null, false],
    ]);
    expect([utc(reading.nextDueAt), reading.overdue]).toEqual([mon("16:00"), false]);
    const after = recurrences.rolling(start, { asOf: mon("16:00:00.001"), done });
    expect([after.overdue, after.occurrences[1]?.late]).toEqual([true, true]);
  });

  it("counts what was done from its start until now, both included, and nothing else", () => {
    const done = ["2026-11-15T23:59:59.999Z", start, mon("04:00"), mon("04:00:00.001")];
    expect(rows(recurrences.rolling(start, { asOf: mon("04:00"), done }))).toEqual([
      [1, mon("08:00"), start, false],
      [2, mon("08:00"), mon("04:00"), false],
      [3, mon("12:00"), null, false],
    ]);
  });

  it("ends at an instant, and what is due at it still is", () => {
    const reading = recurrences.rolling(start, { asOf: tue("00:00"), until: mon("08:00") });
    expect([rows(reading).length, reading.nextDueAt, reading.overdue]).toEqual([1, null, false]);
    const before = recurrences.rolling(start, { asOf: tue("00:00"), until: mon("07:59") });
    expect(rows(before)).toEqual([]);
    const atEnd = recurrences.rolling(start, { asOf: mon("08:00"), until: mon("08:00") });
    expect(atEnd.nextDueAt).toBeNull();
  });

  it("on a grid takes, for each time, the first that was done after the time before it", () => {
    const done = [mon("03:00"), mon("05:00"), mon("08:00"), mon("16:00")];
    const reading = recurrences.grid(start, { asOf: tue("00:00"), done });
    expect(rows(reading)).toEqual([
      [1, mon("08:00"), mon("03:00"), false],
      [2, mon("16:00"), mon("16:00"), false],
      [3, tue("00:00"), null, false],
    ]);
  });

  it("on a grid may come 10 000 times, and no more", () => {
    const years = (times: number) => new Date(Date.parse(start) + times * 8 * 3_600_000);
    expect(recurrences.grid(start, { asOf: years(10_000) }).occurrences.length).toBe(10_000);
    const message = (id: string) =>
      `Recurrence "${id}" comes more than 10000 times by then, or never moves on; give it a longer interval, a later start or an earlier asOf.`;
    const data = (recurrence: string) => ({ recurrence, most: 10_000 });
    const code = "too-many-occurrences";
    const tooMany = refusal(() => recurrences.grid(start, { asOf: years(10_000.01) }));
    expect(tooMany).toMatchObject({ code, message: message("grid"), data: data("grid") });
    const still = refusal(() => recurrences.still(start, { asOf: nextMon("00:00") }));
    expect(still).toMatchObject({ code, message: message("still"), data: data("still") });
  });

  it("refuses what was done if that is not a list", () => {
    const error = refusal(() => recurrences.rolling(start, { asOf: start, done: 5 as never }));
    expect(error.message).toBe('5 given as "done"; give a list, which may be empty.');
  });
});
