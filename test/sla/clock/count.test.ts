import { describe, expect, it } from "vitest";
import type { SlaReading } from "../../../src/index";
import { CLOCK_SCENES } from "../../data/clock-scenes";
import { deskScene, quickly, slowly } from "../../reference/desk-scenes";
import { resumed } from "./resumed";

/** The slow clock adds up every phase of a ticket's life anew, and shares no code with the clock. */
describe("the clock reads what the slow clock reads", () => {
  it.each(CLOCK_SCENES)("%s", (line) => {
    const scene = deskScene(line);
    const { readings, earlier, warned } = slowly(scene);
    const read = quickly(scene);
    expect(read.readings).toMatchObject(readings);
    expect(read.earlier).toEqual(earlier);
    if (warned !== null) expect(read.warned).toEqual(warned);
  });
});

describe("a clock that is saved after each event reads as if it had taken them all at once", () => {
  it.each(CLOCK_SCENES)("%s", (line) => {
    const { target, history, asOf } = deskScene(line);
    const at = { asOf: Math.max(...asOf) };
    const inOrder = history.toSorted((a, b) => Number(a.at) - Number(b.at));
    const { segments: _, ...saved } = plain(resumed(target, inOrder).read(at.asOf));
    const { segments: __, ...tracked } = plain(target.track(history, at));
    expect(saved).toEqual(tracked);
  });
});

/** A reading as JSON has it. */
const plain = (reading: SlaReading): Record<string, unknown> => JSON.parse(JSON.stringify(reading));
