import { readdirSync } from "node:fs";
import { join } from "node:path";
import { APPLICATION, ENTRIES, LIBRARY, ROOMS } from "../rooms";
import { ROOT } from "./page";

const SRC = readdirSync(join(ROOT, "src"));

/** A floor in `src`: a folder or a file. */
const pathOf = (name: string) => (SRC.includes(name) ? `\`src/${name}/\`` : `\`src/${name}.ts\``);

/** The floors from the roof down, each with the rooms inside it and what they may know. */
export function roomsTable(): string {
  const floor =
    (what: string) =>
    ([name, { says }]: readonly [string, { says: string }]) => [
      `| ${pathOf(name)} | ${says} | ${what} |`,
      ...Object.entries(ROOMS)
        .filter(([room]) => room.startsWith(`${name}/`))
        .map(([room, each]) => `| \`src/${room}/\` | ${each.says} | ${beside(each.knows)} |`),
    ];
  const fromTheRoof = (floors: object, what: string) =>
    Object.entries(floors).reverse().flatMap(floor(what));
  return [
    "| where | what is there | what it may know |",
    "| --- | --- | --- |",
    ...fromTheRoof(APPLICATION, "the public face, and the rooms of this kind below it"),
    ...Object.entries(ENTRIES).flatMap(floor("the library; nothing knows it")),
    ...fromTheRoof(LIBRARY, "the floors of the library below it"),
  ].join("\n");
}

/** The rooms that a room inside a floor may know, besides itself and the floors below. */
function beside(rooms: readonly string[]): string {
  if (rooms.length === 0) return "no room beside it";
  return `beside it ${rooms.map((room) => `\`${room.split("/")[1]}\``).join(", ")}`;
}
