import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { explain } from "../../src";
import * as whole from "../../src/services";
import * as lean from "../../src/services/lean";
import type { Sla } from "../../src/sla";

/** Each service with and without the words of its clauses. */
const SERVICES: readonly [name: string, whole: Sla, lean: Sla][] = [
  ["nhsmail", whole.nhsmail(), lean.nhsmail()],
  ["nhsLogin", whole.nhsLogin(), lean.nhsLogin()],
  ["gpsoc", whole.gpsoc(), lean.gpsoc()],
  ["patientAccess", whole.patientAccess(), lean.patientAccess()],
];

describe.each(SERVICES)("%s of core-hours/nhs/lean", (_, whole, lean) => {
  it("is the same policy, without its clauses", () => {
    const { clauses, ...rest } = whole.toJSON();
    expect(Object.keys(clauses ?? {}).length).toBeGreaterThan(7);
    expect(lean.toJSON()).toEqual(rest);
    expect(lean.clauses).toEqual({});
  });
});

describe("a lean service", () => {
  it("names a clause by its number alone", () => {
    const { incidentResolution } = lean.nhsmail().targets;
    const reading = incidentResolution.track([], { asOf: "2026-11-20T09:00:00Z" });
    expect({ clause: reading.clause, rule: reading.rule }).toEqual({ clause: "NM-06", rule: null });
    expect(explain(reading)).toContain("Incident resolution (NM-06): pending");
  });

  it("takes the options of the service", () => {
    const options = { coreHours: "daily" } as const;
    expect(lean.nhsmail(options).chosen).toEqual(whole.nhsmail(options).chosen);
  });

  it("leaves the words of the clauses out of a bundle", async () => {
    const bundleOf = async (entry: string) => {
      const { outputFiles } = await build({
        stdin: { contents: `export { nhsmail } from "${entry}";`, resolveDir: import.meta.dirname },
        bundle: true,
        write: false,
        format: "esm",
        platform: "neutral",
        external: ["luxon", "zod"],
      });
      return outputFiles[0]?.text ?? "";
    };
    // The words of NM-01, and a number of NM-06.
    const [quotation, amount] = ["their complaint has been logged", "incidentResolution"];
    const full = await bundleOf("../../src/services");
    expect([full.includes(quotation), full.includes(amount)]).toEqual([true, true]);
    const slim = await bundleOf("../../src/services/lean");
    expect([slim.includes(quotation), slim.includes(amount)]).toEqual([false, true]);
  });
});
