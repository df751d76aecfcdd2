import { describe, expect, it } from "vitest";
import calendarSchema from "../../schemas/calendar.schema.json";
import policySchema from "../../schemas/policy.schema.json";
import { nhsmail } from "../../src";
import { mappingSchema } from "../../src/tickets/log/mapping";
import { PRESETS } from "../../src/tickets/understanding/presets/presets";
import { textOf } from "../../tools/pages/page";

/** The names that a page has in code neither in its prose nor in its blocks. */
function unnamed(page: string, names: readonly string[]): readonly string[] {
  const text = textOf(page);
  return names.filter((name) => !new RegExp(`[\`"]${name.replace("$", "\\$")}[\`"]`).test(text));
}

/** The keys that the parts of a schema may have. */
function keysIn(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "properties" in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(keysIn)];
}

describe("the pages name every word of", () => {
  it("a calendar's definition", () => {
    const { hoursCalendar, combinedCalendar } = calendarSchema.definitions;
    const keys = [hoursCalendar, combinedCalendar].flatMap(({ properties }) =>
      Object.keys(properties),
    );
    expect(keys.length).toBeGreaterThan(8);
    expect(unnamed("docs/calendars.md", keys)).toEqual([]);
  });

  it("a policy, its targets and its allowances", () => {
    const { policy, timeAllowance, workingDayAllowance, civilAllowance } = policySchema.definitions;
    const parts = [policy, timeAllowance, workingDayAllowance, civilAllowance];
    const keys = [
      ...parts.flatMap(({ properties }) => Object.keys(properties)),
      ...keysIn(policy.properties.targets.additionalProperties),
    ];
    expect(keys).toContain("warnAt");
    expect(unnamed("docs/policies.md", keys)).toEqual([]);
  });

  it("a reading", () => {
    const reading = nhsmail().targets.incidentResolution.track([], {
      asOf: "2026-11-20T09:00:00Z",
    });
    const keys = Object.keys(JSON.parse(JSON.stringify(reading)));
    expect(keys).toContain("projectedDueAt");
    expect(unnamed("docs/readings.md", keys)).toEqual([]);
  });

  it("a mapping, and every file that is known without one", () => {
    const keys = Object.keys(mappingSchema.shape);
    expect(keys).toContain("moments");
    expect(unnamed("docs/mappings.md", keys)).toEqual([]);
    expect(
      unnamed(
        "docs/mappings.md",
        PRESETS.map(({ id }) => id),
      ),
    ).toEqual([]);
  });
});
