import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defineCalendar, explain, nhsmail, parseBankHolidays } from "../src";
import { readmeChoices } from "../tools/readme-choices";
import { readmeExamples } from "../tools/readme-examples";

const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");

/** The JSON blocks, in order. */
const json = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = ""]) => text);

describe("the README", () => {
  it("shows what the examples print; `npm run readme` writes it", () => {
    expect(readme).toContain(`<!-- examples -->\n\n${readmeExamples()}`);
  });

  it("has the table of choices that the clock reads; `npm run readme` writes it", () => {
    expect(readme).toContain(`<!-- choices -->\n\n${readmeChoices()}\n\n<!-- end of choices -->`);
  });

  it("shows the breach report as it is printed", () => {
    const printed = readFileSync(
      join(import.meta.dirname, "../examples/output/breaches.txt"),
      "utf8",
    );
    const [header = "", first = ""] = printed.split("\n");
    const summary = printed.trimEnd().split("\n").at(-1) ?? "";
    for (const line of [header, first, summary]) expect(readme).toContain(line);
  });

  it("says of its ticket what the library says", () => {
    const { incidentResolution } = nhsmail().targets;
    expect(incidentResolution.due("2026-12-23T15:00:00Z").toISO()).toBe(
      "2026-12-30T18:00:00.000+00:00",
    );
    const reading = incidentResolution.track(
      [
        { at: "2026-12-23T15:00:00Z", state: "new" },
        { at: "2026-12-24T10:00:00Z", state: "awaiting-user-info" },
        { at: "2026-12-29T10:00:00Z", state: "in-progress" },
      ],
      { asOf: "2026-12-31T09:00:00Z", ticket: "NM-1" },
    );
    expect(reading.status).toBe("running");
    expect(reading.dueAt?.toISO()).toBe("2026-12-31T18:00:00.000+00:00");
    expect(explain(reading)).toContain("NM-1");
  });

  it("says of its calendar what the library says", () => {
    const desk = defineCalendar(JSON.parse(json[0] ?? ""));
    expect(desk.isOpen("2026-12-24T12:00:00Z")).toBe(false);
    expect(desk.add("2026-12-24T11:00:00Z", { hours: 4 }).toISO()).toBe(
      "2026-12-29T11:00:00.000+00:00",
    );
    expect(desk.between("2026-12-24T11:00:00Z", "2026-12-29T11:00:00Z").as("hours")).toBe(4);
    expect(desk.addWorkingDays("2026-12-24T11:00:00Z", 1).toISO()).toBe(
      "2026-12-30T00:00:00.000+00:00",
    );
    expect(desk.at("2026-10-25T01:30").toISO()).toBe("2026-10-25T01:30:00.000+01:00");
    expect(() => parseBankHolidays("{}", "scotland")).toThrow();
  });
});
