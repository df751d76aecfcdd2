import fc from "fast-check";
import { defineCalendar, type WorkingCalendar } from "../../src/index";
import { definitionOf, type Near, near, nearTo, place, sketch, zone } from "./arbitraries";
import { between, type Definition, type Reference, referenceOf } from "./working-time";

/** A random calendar and the instant about which it is looked at, as a person can read them. */
export interface Example {
  readonly definition: Definition;
  readonly about: string;
}

/** Two random calendars, often of different zones, looked at about one instant. */
export interface Pair {
  readonly left: Definition;
  readonly right: Definition;
  readonly about: string;
}

export const example: fc.Arbitrary<Example> = fc
  .record({ place, sketch })
  .map(({ place, sketch }) => ({
    definition: definitionOf("example", sketch, place),
    about: iso(place.aboutMs),
  }));

export const pair: fc.Arbitrary<Pair> = fc
  .record({ place, otherZone: fc.option(zone), sketches: fc.tuple(sketch, sketch) })
  .map(({ place, otherZone, sketches: [left, right] }) => ({
    left: definitionOf("left", left, place),
    right: definitionOf("right", right, { ...place, timeZone: otherZone ?? place.timeZone }),
    about: iso(place.aboutMs),
  }));

/** A calendar made twice, by the library and by the reference that judges it. */
export interface World {
  readonly calendar: WorkingCalendar;
  readonly reference: Reference;
}

export function worldOf(definition: Definition, about: string): World {
  return {
    calendar: defineCalendar(definition),
    reference: referenceOf(definition, Date.parse(about)),
  };
}

/** An example with three instants near to its openings, its closings and its clock changes. */
export interface Scene {
  readonly example: Example;
  readonly near: readonly [Near, Near, Near];
}

export const scene: fc.Arbitrary<Scene> = fc.record({ example, near: fc.tuple(near, near, near) });

/** A scene made real. The amount can be worked within the reference's span, from `a` or back to it. */
export function stage({ example: { definition, about }, near }: Scene) {
  const world = worldOf(definition, about);
  const [a, b, c] = instantsAbout(about, world.reference, near);
  const amount = Math.abs(between(world.reference, a, b));
  return { ...world, timeline: world.calendar.timeline, a, b, c, amount };
}

/** The instants that three near ones mean about an instant. */
export function instantsAbout(
  about: string,
  reference: Reference,
  [a, b, c]: readonly [Near, Near, Near],
): readonly [number, number, number] {
  const at = (near: Near) => nearTo(Date.parse(about), reference, near);
  return [at(a), at(b), at(c)];
}

/** An instant as a person reads it, for what a failing property says. */
export function iso(ms: number): string {
  return new Date(ms).toISOString();
}
