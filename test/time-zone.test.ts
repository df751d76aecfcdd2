import { expect, it } from "vitest";

it("the process is in the zone that this run is named for", () => {
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env["TZ"]);
});
