import { describe, expect, it } from "vitest";
import { nhsmail } from "../../src/index";
import { checkAdapter, type DeskAdapter } from "../../src/testing";
import { desk, type Fix, Kept, Saved, Throws, WRONG_ADAPTERS } from "./planted/adapters";

const check = (begin: () => DeskAdapter) =>
  checkAdapter(desk, "fix", begin, { seed: 1, numRuns: 300 });

describe("an adapter that is right", () => {
  it("passes", async () => {
    await expect(check(() => new Kept())).resolves.toBeUndefined();
  });

  it("passes whatever its policy says", async () => {
    const sla = nhsmail();
    // The kit gives it events of NHSmail's own states.
    const target = sla.targets.incidentResolution as unknown as Fix;
    await checkAdapter(sla, "incidentResolution", () => new Kept(target), {
      seed: 2,
      numRuns: 100,
    });
  });
});

describe("an adapter of which one thing is wrong", () => {
  it.each(Object.entries(WRONG_ADAPTERS))("is found if it %s", async (_, Wrong) => {
    await expect(check(() => new Wrong())).rejects.toThrow(
      /^The adapter of target "fix" of policy "desk" breaks a law: after any events/,
    );
  });

  it("is told by the fewest deliveries, with the seed", async () => {
    const error: unknown = await check(() => new Throws()).catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(/take T-1 .*take T-1 .*UNIQUE constraint failed.*seed: 1/s);
  });
});

describe("a clock that is kept as one value", () => {
  it("replays late events as the library reads them", async () => {
    await check(() => new Saved());
  });
});

describe("what checkAdapter is given", () => {
  it("is checked", async () => {
    const begin = () => new Kept();
    await expect(checkAdapter(desk, "fixx" as "fix", begin)).rejects.toThrow(
      '"fixx" is not a target',
    );
    await expect(checkAdapter({} as typeof desk, "fix", begin)).rejects.toThrow(
      "Make one with defineSla",
    );
    await expect(checkAdapter(desk, "fix", begin, { numRuns: 0.5 })).rejects.toThrow("numRuns");
  });
});
