import { describe, it } from "vitest";
import { expectCalendarRefused, expectSlaRefused } from "./planted/expect-refused";
import { REVIEWED_CALENDARS } from "./planted/reviewed-calendars";
import { REVIEWED_SLAS } from "./planted/reviewed-slas";

// What a reviewer may plant, in the ways in which a user of the library would wrap it. `npm run claims` has them all.
const ONE_IN = 8;
const some = <T>(planted: Readonly<Record<string, T>>) =>
  Object.entries(planted).filter((_, i) => i % ONE_IN === 0);

describe("a whole check refuses a calendar of which", () => {
  it.each(some(REVIEWED_CALENDARS))("%s", (_, planted) => expectCalendarRefused(planted));
});

describe("a whole check refuses a policy of which", () => {
  it.each(some(REVIEWED_SLAS))("%s", (_, planted) => expectSlaRefused(planted));
});
