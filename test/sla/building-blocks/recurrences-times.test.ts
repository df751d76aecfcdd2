import { describe, expect, it } from "vitest";
import {
  defineSla,
  type PolicyDefinition,
  type RecurrenceReading,
  type Sla,
} from "../../../src/index";
import { always, fri, mon, thu, tue, utc, wed } from "../../reference/desk";

const every = { hours: 24, calendar: "always" };
const { recurrences }: Sla = defineSla({
  id: "desk",
  calendars: { always: { ...always, timeZone: "Europe/Paris" } },
  targets: { fix: { allowance: every, runs: ["open"], stops: ["done"] } },
  recurrences: {
    rolling: { title: "An update", clause: "R-1", every },
    grid: { every, anchor: "grid" },
    minutes: { every: { hours: 1, minutes: 30, calendar: "always" }, anchor: "grid" },
  },
} as PolicyDefinition);

type Asked = { done?: readonly string[]; until?: string };
function ask(name: "rolling" | "grid" | "minutes", asOf: string, options: Asked = {}) {
  const recurrence = recurrences[name];
  if (recurrence === undefined) throw new Error(`There is no recurrence ${name}.`);
  return recurrence(mon("09:00"), { asOf, ...options });
}
/** Each time as `number due done`, and then what is due next. */
const said = ({ occurrences, nextDueAt, overdue }: RecurrenceReading) => [
  ...occurrences.map(
    ({ number, dueAt, doneAt, late }) =>
      `${number} ${utc(dueAt)} ${utc(doneAt) ?? "-"}${late ? " late" : ""}`,
  ),
  `${overdue ? "overdue" : "next"} ${utc(nextDueAt)}`,
];

describe("a recurrence", () => {
  it("is called by its title, or its name, and told in its calendar's zone", () => {
    expect(ask("rolling", mon("10:00"))).toMatchObject({ title: "An update", clause: "R-1" });
    const { title, clause, nextDueAt, nextDueAtMs, occurrences } = ask("grid", mon("10:00"));
    expect([title, clause, nextDueAt?.zoneName]).toEqual(["grid", null, "Europe/Paris"]);
    expect(nextDueAtMs).toBe(Date.parse(tue("09:00")));
    expect(occurrences[0]?.dueAtMs).toBe(nextDueAtMs);
  });

  it("takes what was done in any order, from its start on and until its instant", () => {
    const done = [wed("07:00"), mon("08:59"), tue("08:00"), thu("09:00")];
    expect(said(ask("rolling", wed("08:00"), { done }))).toEqual([
      `1 ${tue("09:00")} ${tue("08:00")}`,
      `2 ${wed("08:00")} ${wed("07:00")}`,
      `3 ${thu("07:00")} -`,
      `next ${thu("07:00")}`,
    ]);
    expect(said(ask("rolling", wed("06:59"), { done }))).toHaveLength(3);
    // At the very instant of the start, and at that of the question.
    expect(said(ask("rolling", tue("09:00"), { done: [mon("09:00"), tue("09:00")] }))).toEqual([
      `1 ${tue("09:00")} ${mon("09:00")}`,
      `2 ${tue("09:00")} ${tue("09:00")}`,
      `3 ${wed("09:00")} -`,
      `next ${wed("09:00")}`,
    ]);
  });

  it("is late by a millisecond, and not at the instant itself", () => {
    expect(said(ask("rolling", tue("09:00")))).toEqual([
      `1 ${tue("09:00")} -`,
      `next ${tue("09:00")}`,
    ]);
    expect(said(ask("rolling", tue("09:00:00.001")))).toEqual([
      `1 ${tue("09:00")} - late`,
      `overdue ${tue("09:00")}`,
    ]);
  });

  it("on a grid is done once between one time and the next", () => {
    const done = [mon("09:00"), tue("10:00"), tue("11:00"), thu("09:00")];
    expect(said(ask("grid", thu("10:00"), { done }))).toEqual([
      `1 ${tue("09:00")} ${mon("09:00")}`,
      `2 ${wed("09:00")} ${tue("10:00")}`,
      `3 ${thu("09:00")} ${thu("09:00")}`,
      `4 ${fri("09:00")} -`,
      `next ${fri("09:00")}`,
    ]);
    // Done for Thursday already, so Friday's is the next.
    expect(said(ask("grid", thu("08:00"), { done: [tue("10:00"), wed("10:00")] }))).toEqual([
      `1 ${tue("09:00")} - late`,
      `2 ${wed("09:00")} ${tue("10:00")}`,
      `3 ${thu("09:00")} ${wed("10:00")}`,
      `next ${fri("09:00")}`,
    ]);
    // A time that was missed is overdue until it is done once more, for whichever time.
    expect(said(ask("grid", wed("10:00"), { done: [tue("08:00")] }))).toEqual([
      `1 ${tue("09:00")} ${tue("08:00")}`,
      `2 ${wed("09:00")} - late`,
      `3 ${thu("09:00")} -`,
      `overdue ${thu("09:00")}`,
    ]);
  });

  it("on a grid is multiplied as a whole", () => {
    // Every hour and a half: 10:30, 12:00, 13:30.
    expect(said(ask("minutes", mon("12:30"))).map((each) => each.split(" ")[1])).toEqual([
      mon("10:30"),
      mon("12:00"),
      mon("13:30"),
      mon("13:30"),
    ]);
  });

  it("that has ended is due no more, and was late if a time was missed", () => {
    expect(said(ask("rolling", fri("09:00"), { until: tue("09:00") }))).toEqual([
      `1 ${tue("09:00")} -`,
      "next null",
    ]);
    expect(said(ask("rolling", fri("09:00"), { until: tue("10:00") }))).toEqual([
      `1 ${tue("09:00")} - late`,
      "next null",
    ]);
    // Done before its time, which would have come after the end.
    expect(
      said(ask("rolling", fri("09:00"), { done: [mon("12:00")], until: mon("15:00") })),
    ).toEqual([`1 ${tue("09:00")} ${mon("12:00")}`, "next null"]);
    // It ends at the very instant of the question, and not before.
    expect(said(ask("rolling", tue("10:00"), { until: tue("10:00") })).at(-1)).toBe("next null");
    expect(said(ask("rolling", tue("09:59"), { until: tue("10:00") })).at(-1)).toBe(
      `overdue ${tue("09:00")}`,
    );
    // What was done after the end does not count.
    expect(
      said(ask("rolling", fri("09:00"), { done: [wed("09:00")], until: tue("10:00") })),
    ).toEqual([`1 ${tue("09:00")} - late`, "next null"]);
  });

  it("is provisional by the later of its next time and its instant", () => {
    const { weekly }: Sla["recurrences"] = defineSla({
      id: "desk",
      calendars: { core: "nhsmail-core" },
      targets: {},
      recurrences: { weekly: { every: { workingDays: 5, calendar: "core" } } },
    } as PolicyDefinition).recurrences;
    const provisional = (start: string, asOf: string, done: readonly string[] = []) =>
      weekly?.(start, { asOf, done }).provisional;
    // England's bank holidays are published to the end of 2028.
    expect(provisional("2028-12-01T12:00:00Z", "2028-12-05T12:00:00Z")).toBe(false);
    expect(provisional("2028-12-28T12:00:00Z", "2028-12-29T12:00:00Z")).toBe(true);
    expect(provisional("2028-12-01T12:00:00Z", "2029-02-05T12:00:00Z")).toBe(true);
  });
});
