import { describe, expect, it } from "vitest";
import { defineSla, type PolicyDefinition, type Sla } from "../../../src/index";
import { always, mon, office, tue, utc } from "../../reference/desk";
import { wordForWord } from "../../reference/refusals";

const hour = { hours: 1, calendar: "always" };
const { milestones }: Sla = defineSla({
  id: "desk",
  timeZone: "UTC",
  calendars: { office, always, paris: { ...always, timeZone: "Europe/Paris" } },
  targets: { fix: { allowance: hour, runs: ["open"], stops: ["done"] } },
  milestones: {
    chase: {
      clause: "C-1",
      steps: [
        { id: "first", after: hour },
        { id: "second", clause: "C-2", after: hour, from: "previous", atEarlyEnd: false },
        { id: "close", after: hour, atEarlyEnd: true },
        { id: "thank", after: hour, atEarlyEnd: true },
      ],
    },
    desk: {
      steps: [
        { id: "close", after: { hours: 8, calendar: "office" } },
        { id: "open", from: "start", after: { hours: 8, calendar: "office" }, tie: "next-open" },
      ],
    },
    abroad: { steps: [{ id: "call", after: { hours: 1, calendar: "paris" } }] },
    rolled: { steps: [{ id: "call", after: { hours: 72, calendar: "always" }, rollTo: "office" }] },
  },
} as PolicyDefinition);
function ask(name: string, at: string, until?: string) {
  const chain = milestones[name];
  if (chain === undefined) throw new Error(`There is no chain ${name}.`);
  return chain(at, { until });
}
const said = (...asked: Parameters<typeof ask>) =>
  ask(...asked).map(({ id, at }) => `${id} ${utc(at)}`);

describe("a chain", () => {
  it("comes step by step, each by its own clause or that of the chain", () => {
    expect(said("chase", mon("09:00"))).toEqual([
      `first ${mon("10:00")}`,
      `second ${mon("11:00")}`,
      `close ${mon("12:00")}`,
      `thank ${mon("13:00")}`,
    ]);
    expect(ask("chase", mon("09:00")).map(({ clause }) => clause)).toEqual([
      "C-1",
      "C-2",
      "C-1",
      "C-1",
    ]);
    expect(ask("desk", mon("09:00")).map(({ clause }) => clause)).toEqual([null, null]);
    expect(ask("abroad", mon("09:00"))[0]?.at.zoneName).toBe("Europe/Paris");
    expect(ask("chase", mon("09:00")).every(Object.isFrozen)).toBe(true);
  });

  it("that ends early comes to the steps that an early end brings about, at that instant", () => {
    expect(said("chase", mon("09:00"), mon("10:30"))).toEqual([
      `first ${mon("10:00")}`,
      `close ${mon("10:30")}`,
      `thank ${mon("10:30")}`,
    ]);
    // At the instant of a step, the chain has ended.
    expect(said("chase", mon("09:00"), mon("10:00"))).toEqual([
      `close ${mon("10:00")}`,
      `thank ${mon("10:00")}`,
    ]);
    // It ended before it began: they come as it begins.
    expect(said("chase", mon("09:00"), mon("08:00"))).toEqual([
      `close ${mon("09:00")}`,
      `thank ${mon("09:00")}`,
    ]);
    // A step that was due at the end itself comes at it as well.
    expect(said("chase", mon("09:00"), mon("12:00")).slice(2)).toEqual([
      `close ${mon("12:00")}`,
      `thank ${mon("12:00")}`,
    ]);
  });

  it("comes at a closing, or at the next opening if the step says so", () => {
    expect(said("desk", mon("09:00"))).toEqual([`close ${mon("17:00")}`, `open ${tue("09:00")}`]);
  });

  it("rolls off a date without hours to the same time of the next that has some", () => {
    // Three days from Thursday 12:30 are Sunday, and from Friday they are Monday.
    expect(said("rolled", "2026-11-19T12:30:00Z")).toEqual(["call 2026-11-23T12:30:00Z"]);
    expect(said("rolled", "2026-11-20T12:30:00Z")).toEqual(["call 2026-11-23T12:30:00Z"]);
    // Monday midnight lies on a date with hours.
    expect(said("rolled", "2026-11-20T00:00:00Z")).toEqual(["call 2026-11-23T00:00:00Z"]);
  });

  wordForWord([
    [
      "refuses options that are not an object",
      () => milestones["chase"]?.(mon("09:00"), "now" as never),
      "options-invalid",
      '"now" is not an object of options; give one such as { until: "2026-11-20T16:30:00Z" }.',
    ],
    [
      "refuses an unknown option",
      () => milestones["chase"]?.(mon("09:00"), { untill: mon("10:00") } as never),
      "option-unknown",
      '"untill" is not an option of milestones "chase"; did you mean "until"?',
    ],
  ]);
});
