import { describe, expect, it } from "vitest";
import { between, textOf } from "../../tools/pages/page";
import { writtenPages } from "../../tools/pages/written";

describe("what programs print, on the pages for people", () => {
  it.each([...writtenPages()])("is up to date in %s; `npm run readme` writes it", (page, text) => {
    expect(textOf(page)).toBe(text);
  });

  // Friday 16:30 to 18:00 is 1½ h, Monday 08:00 to 10:00 is 2 h, Tuesday 09:00 to 12:00 is 3 h: 6½ of
  // the 8 hours, 81.25 %, and 1½ h more are up at 13:30. 20 to 24 November 2026 have no bank holiday.
  it("says of the first desk of your own what can be worked out by hand", () => {
    const row = /^D-1 .*$/m.exec(textOf("docs/your-own.md"))?.[0];
    expect(row?.split(/ {2,}/)).toEqual([
      ...["D-1", "desk fix", "Fri 20 Nov 2026 16:30 GMT", "Tue 24 Nov 2026 13:30 GMT"],
      ...["running", "81.3", "1h 30m left"],
    ]);
  });

  it("goes between marks, and nowhere without them", () => {
    const page = "a\n<!-- x -->\n\nold\n\n<!-- end of x -->\nb";
    expect(between(page, "x", "new")).toBe("a\n<!-- x -->\n\nnew\n\n<!-- end of x -->\nb");
    expect(() => between(page, "y", "new")).toThrow(/no marks/);
  });
});
