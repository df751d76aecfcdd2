import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, sep } from "node:path";
import { describe, expect, it } from "vitest";
import * as rooms from "../tools/rooms";

const SRC = join(import.meta.dirname, "../src");

const LIBRARY = Object.keys(rooms.LIBRARY);
const APPLICATION = Object.keys(rooms.APPLICATION);
const ENTRIES = Object.keys(rooms.ENTRIES);
const { ROOMS } = rooms;

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((file) => file.split(sep).join("/"))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
  .map((file) => {
    const text = readFileSync(join(SRC, file), "utf8");
    const imports = [...text.matchAll(/(?:from|import) "([^"]+)"/g)].map(([, name]) => name ?? "");
    const own = imports
      .filter((name) => name.startsWith("."))
      .map((name) => posix.normalize(posix.join(dirname(file), name)));
    const packages = imports.filter((name) => !name.startsWith("."));
    return { file, text, imports, own, packages };
  });

const floorOf = (path: string) => path.split("/")[0]?.replace(/\.tsx?$/, "") ?? "";
const roomOf = (path: string) => path.split("/").slice(0, 2).join("/");
const isInFolder = (file: string) => file.split("/").length > 2;
/** JSON that lies outside `src` is data, and belongs to no floor. */
const isCode = (path: string) => !path.startsWith("..");

it("every file lies on a known floor, and inside it in a known room", () => {
  const floors = [...LIBRARY, ...APPLICATION, ...ENTRIES];
  expect(files.map(({ file }) => floorOf(file)).filter((each) => !floors.includes(each))).toEqual(
    [],
  );
  const withRooms = new Set(Object.keys(ROOMS).map(floorOf));
  const inRooms = files.filter(({ file }) => withRooms.has(floorOf(file)) && isInFolder(file));
  expect(inRooms.map(({ file }) => roomOf(file)).filter((each) => !(each in ROOMS))).toEqual([]);
});

describe("the floors of the library", () => {
  it.each(files.filter(({ file }) => LIBRARY.includes(floorOf(file))))(
    "$file knows no floor above its own",
    ({ file, own }) => {
      const below = LIBRARY.slice(0, LIBRARY.indexOf(floorOf(file)) + 1);
      expect(own.filter((path) => isCode(path) && !below.includes(floorOf(path)))).toEqual([]);
    },
  );

  it.each(files.filter(({ file }) => ENTRIES.includes(floorOf(file))))(
    "$file knows the library, and no other entry",
    ({ file, own }) => {
      const known = [...LIBRARY, floorOf(file)];
      expect(own.filter((path) => isCode(path) && !known.includes(floorOf(path)))).toEqual([]);
    },
  );

  it("the live clock of a page imports nothing but the engine", () => {
    const live = files.filter(({ file }) => floorOf(file) === "live");
    expect(live.length).toBeGreaterThan(0);
    expect(live.flatMap(({ packages }) => packages)).toEqual([]);
  });

  it("the engine imports nothing from outside itself", () => {
    const engine = files.filter(({ file }) => floorOf(file) === "timeline");
    expect(engine.flatMap(({ own }) => own).filter((path) => floorOf(path) !== "timeline")).toEqual(
      [],
    );
    expect(engine.flatMap(({ packages }) => packages)).toEqual([]);
  });
});

describe("the rooms above the waist", () => {
  // The entries that a program can import too, by their names alone.
  const PUBLIC = ["index", "interchange"];

  it.each(files.filter(({ file }) => APPLICATION.includes(floorOf(file))))(
    "$file knows the public face of the library, and no room above its own",
    ({ file, own }) => {
      const below = APPLICATION.slice(0, APPLICATION.indexOf(floorOf(file)) + 1);
      const isKnown = (path: string) =>
        PUBLIC.includes(path) || path === rooms.COMMON || below.includes(floorOf(path));
      expect(own.filter((path) => isCode(path) && !isKnown(path))).toEqual([]);
    },
  );

  it("the command and the page know nothing of each other", () => {
    const page = files.filter(({ file }) => floorOf(file) === "page");
    expect(page.length).toBeGreaterThan(0);
    expect(page.flatMap(({ own }) => own).filter((path) => floorOf(path) === "cli")).toEqual([]);
  });

  it("the visible part of the page takes only types from the rooms below", () => {
    const view = files.filter(({ file }) => roomOf(file) === "page/view");
    const values = view.flatMap(({ text }) => [
      ...text.matchAll(/^import (?!type\b)[^;]*? from "(\.\.\/\.\.\/[^"]+)"/gm),
    ]);
    expect(view.length).toBeGreaterThan(0);
    // What lies outside src is data.
    const rooms = values.filter(([, path = ""]) => !path.startsWith("../../../"));
    expect(rooms.map(([, path]) => path)).toEqual([]);
  });

  it("no floor of the library, and no entry, knows them", () => {
    const library = files.filter(({ file }) => !APPLICATION.includes(floorOf(file)));
    expect(
      library.flatMap(({ own }) => own).filter((path) => APPLICATION.includes(floorOf(path))),
    ).toEqual([]);
  });
});

describe("the rooms of a floor", () => {
  it.each(files.filter(({ file }) => roomOf(file) in ROOMS))(
    "$file knows only the rooms that its own stands on",
    ({ file, own }) => {
      const floor = floorOf(file);
      const beside = Object.keys(ROOMS).filter((room) => floorOf(room) === floor);
      const known = [roomOf(file), ...(ROOMS[roomOf(file)]?.knows ?? [])];
      const others = own.map(roomOf).filter((room) => beside.includes(room));
      expect(others.filter((room) => !known.includes(room))).toEqual([]);
    },
  );
});

describe("no file imports itself by way of others", () => {
  const byPath = new Map(files.map((each) => [each.file.replace(/\.tsx?$/, ""), each]));
  const resolve = (path: string) => (byPath.has(path) ? path : `${path}/index`);
  // Types vanish when a program is built, so a circle of types alone is harmless.
  const valueImports = new Map(
    files.map(({ file, text }) => {
      const imports = [
        ...text.matchAll(/^(?:import|export) (?!type\b)(?:[^;"]*? from )?"(\.[^"]+)"/gm),
      ]
        .filter(([all]) => !/\{\s*(?:type [\w$]+(?: as [\w$]+)?,?\s*)+\}/.test(all))
        .map(([, name = ""]) => resolve(posix.normalize(posix.join(dirname(file), name))));
      return [file.replace(/\.tsx?$/, ""), imports] as const;
    }),
  );

  it("in the whole of src", () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]) => {
      if (trail.includes(path))
        circles.push([...trail.slice(trail.indexOf(path)), path].join(" > "));
      if (trail.includes(path) || done.has(path)) return;
      for (const next of valueImports.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of byPath.keys()) visit(path, []);
    expect(circles).toEqual([]);
  });
});

describe("what is imported from elsewhere", () => {
  const packagesOf = (floors: readonly string[]) => {
    const some = files.filter(({ file }) => floors.includes(floorOf(file)));
    const names = some.flatMap(({ packages }) => packages.map((name) => name.split("/")[0]));
    return [...new Set(names)].toSorted();
  };

  it("by the library: luxon and zod and nothing else", () => {
    expect(packagesOf([...LIBRARY, "interchange"])).toEqual(["luxon", "zod"]);
  });

  it("by its laws: fast-check, and no test runner", () => {
    expect(packagesOf(["testing"])).toEqual(["fast-check", "luxon"]);
  });

  it.each(files.filter(({ file }) => [...LIBRARY, "interchange"].includes(floorOf(file))))(
    "$file takes from zod what a bundler can leave out, and no object that writes code",
    ({ text }) => {
      expect(text).not.toMatch(/import (?:type )?\{ z \} from|\bz\s*\.(?:strictO|looseO|o)bject\(/);
    },
  );

  it("Node, by the command alone", () => {
    const others = files.filter(({ file }) => floorOf(file) !== "cli");
    expect(
      others.filter(({ packages }) => packages.some((name) => name.startsWith("node:"))),
    ).toEqual([]);
  });
});

it("the lengths of a minute, an hour and a day stand in the one file that every room may import", () => {
  const lengths = /\b(?:SECOND|MINUTE|HOUR|DAY)_MS = |\b(?:3_?600_?000|86_?400_?000)\b/;
  const holders = files.filter(({ text }) => lengths.test(text)).map(({ file }) => file);
  expect(holders).toEqual([`${rooms.COMMON}.ts`]);
});

describe("the pure rooms", () => {
  const impure =
    /Date\.now\(|new Date\(\)|DateTime\.(?:now|local|utc)\(|process\.|Math\.random|performance\.|globalThis|Settings\.|\bBuffer\b/;

  it.each(files.filter(({ file }) => !["cli", "page"].includes(floorOf(file))))(
    "$file reads nothing of the world outside",
    ({ text }) => {
      expect(text.match(impure)?.[0]).toBeUndefined();
    },
  );
});
