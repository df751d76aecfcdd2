import { expect } from "vitest";
import type { Sla, WorkingCalendar } from "../../../src";
import { checkCalendar, checkSla, LawError } from "../../../src/testing";
import { YEARS } from "./subjects";

/** The few examples of each law that these bugs are caught with. */
const FEW = { numRuns: 100, seed: 7 };

/** A whole check refuses a calendar with a bug. */
export function expectCalendarRefused(planted: WorkingCalendar): void {
  expect(() => checkCalendar(planted, FEW)).toThrow(LawError);
}

/** A whole check refuses a policy with a bug. */
export function expectSlaRefused(planted: Sla): void {
  expect(() => checkSla(planted, { ...FEW, ...YEARS })).toThrow(LawError);
}
