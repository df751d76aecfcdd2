/** All that a reviewer may plant, of which `npm test` tries one in eight. */
import { describe, it } from "vitest";
import { expectCalendarRefused, expectSlaRefused } from "../testing/planted/expect-refused";
import { REVIEWED_CALENDARS } from "../testing/planted/reviewed-calendars";
import { REVIEWED_SLAS } from "../testing/planted/reviewed-slas";

describe("a whole check refuses a calendar of which", () => {
  it.each(Object.entries(REVIEWED_CALENDARS))("%s", (_, planted) => expectCalendarRefused(planted));
});

describe("a whole check refuses a policy of which", () => {
  it.each(Object.entries(REVIEWED_SLAS))("%s", (_, planted) => expectSlaRefused(planted));
});
