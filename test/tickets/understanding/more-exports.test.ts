import { describe, expect, it } from "vitest";
import { FURTHER, NEXT, zendeskEvents, zendeskTickets } from "./further-lists";
import { judgedFile } from "./judged-file";

describe("a further spelling of an export", () => {
  it.each(FURTHER)("is judged without a mapping: $tool", async ({ names, content }) => {
    const { verdicts, run } = await judgedFile(content);
    expect(verdicts).toEqual(names);
    expect(run.code).toBe(0);
  });

  it.each([
    ["with a next page", { next_page: NEXT, end_of_stream: false }],
    ["by cursor", { after_url: NEXT, after_cursor: "MTU3", end_of_stream: false }],
  ])("is refused if it is a page of Zendesk's with more to come: %s", async (_, end) => {
    for (const page of [zendeskTickets(end), zendeskEvents(end)]) {
      const { run } = await judgedFile(JSON.stringify(page));
      expect(run.code).toBe(2);
      expect(run.stderr).toContain("it is one page of an answer that says there are more");
    }
  });
});

describe("a table whose columns nobody knows", () => {
  it("is shown with the cells that its quotation marks and semicolons make", async () => {
    const { run } = await judgedFile('"Nummer";"Erfasst";"Zustand"\n"1";"29.05.2026";"offen"\n');
    expect(run.stderr).toContain('it has "Nummer", "Erfasst", "Zustand"');
  });
});
