import { SERVICES } from "../../src";
import { sizesTable } from "../size/parts";
import { choicesTable } from "./choices";
import { drawn, helpOfCommands, ownReport } from "./command";
import { questions, sampleReport } from "./examples";
import { between, textOf } from "./page";
import { roomsTable } from "./rooms";
import { workedTable } from "./worked-dates";

/** A part of a page that a program writes, between its marks. */
interface Part {
  readonly page: string;
  readonly mark: string;
  readonly content: (text: string) => string;
}

const PARTS: readonly Part[] = [
  { page: "README.md", mark: "sample", content: sampleReport },
  { page: "docs/your-own.md", mark: "own report", content: ownReport },
  { page: "docs/architecture.md", mark: "rooms", content: roomsTable },
  { page: "docs/comparison.md", mark: "sizes", content: sizesTable },
  { page: "docs/command.md", mark: "commands", content: helpOfCommands },
  { page: "docs/policies.md", mark: "choices", content: choicesTable },
  { page: "docs/services.md", mark: "questions", content: questions },
  ...SERVICES.map(({ id: service }) => ({
    page: `docs/services/${service}.md`,
    mark: "worked dates",
    content: () => workedTable(service),
  })),
];

/** The picture on the README: the ticket of its example, which breaches over Christmas. */
const PICTURE = { page: "docs/images/NM-1005.svg", ticket: "NM-1005" };

/** Every page with written parts, as it should read. */
export function writtenPages(): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const { page, mark, content } of PARTS) {
    const text = pages.get(page) ?? textOf(page);
    pages.set(page, between(text, mark, content(text)));
  }
  pages.set(PICTURE.page, drawn(PICTURE.ticket));
  return pages;
}
