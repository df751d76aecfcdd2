import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import about from "../../package.json";
import { PAGES, ROOT, textOf } from "../../tools/pages/page";

/** The text of a page without its blocks of code. */
const proseOf = (page: string) => textOf(page).replaceAll(/^```[\s\S]*?^```$/gm, "");

/** Where the project's files are for those who have the package alone. */
const REPOSITORY = about.repository.url.replaceAll(/^git\+|\.git$/g, "");
const ONLINE = `${REPOSITORY}/blob/main/`;

/** Every link of a page, as it is written. */
const allLinksOf = (page: string) =>
  [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);

/** The links of a page to other places of the project, as paths from its root, with their anchors. */
function linksOf(page: string): readonly { readonly path: string; readonly anchor: string }[] {
  return allLinksOf(page)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [path = "", anchor = ""] = link.split("#");
      return { path: path === "" ? page : posix.join(dirname(page), path), anchor };
    });
}

/** What GitHub calls the headings of a page in links. */
function anchorsOf(page: string): readonly string[] {
  return [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(/\s/g, "-"),
  );
}

const FOLDERS =
  /^(?:src|test|tools|docs|examples|calendars|schemas|conformance|warehouse|bench|\.github|\.ci)\//;
/** Files that the root has, and files that a reader makes. */
const AT_ROOT = /^[A-Z][\w-]*\.md$|^(?:package|tsconfig|typedoc|biome|stryker\.config)\.json$/;

/** The paths that a page names in code: those that begin with a folder of the project. */
function pathsOf(page: string): readonly string[] {
  const spans = [...proseOf(page).matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span);
  return spans.filter((span) => /^\S+$/.test(span) && (FOLDERS.test(span) || AT_ROOT.test(span)));
}

/** The commands that a page names, of npm and of tsx. */
function commandsOf(page: string): readonly string[] {
  return [...textOf(page).matchAll(/(?:npm run|npx tsx) ([\w./:-]+)/g)].map(([all]) => all);
}

/** What a changelog says of a version that is out stays as it was. */
const current = PAGES.filter((page) => page !== "CHANGELOG.md");

/** Whether `npm publish` takes a file along. */
function isPublished(path: string): boolean {
  return about.files.some((each) => path === each || path.startsWith(`${each}/`));
}

describe.each(PAGES)("%s", (page) => {
  it("links to what exists", () => {
    const broken = linksOf(page).filter(({ path }) => !existsSync(join(ROOT, path)));
    expect(broken).toEqual([]);
  });

  it("links to files of the repository that exist", () => {
    const online = allLinksOf(page).filter((link) => link.startsWith(REPOSITORY));
    const broken = online.filter(
      (link) => !link.startsWith(ONLINE) || !existsSync(join(ROOT, link.slice(ONLINE.length))),
    );
    expect(broken).toEqual([]);
  });

  it("links to headings that exist", () => {
    const links = linksOf(page).filter(({ path, anchor }) => anchor !== "" && path.endsWith(".md"));
    const broken = links.filter(({ path, anchor }) => !anchorsOf(path).includes(anchor));
    expect(broken).toEqual([]);
  });
});

describe.each(PAGES.filter(isPublished))("%s, which is published", (page) => {
  it("links to nothing that the package leaves out", () => {
    expect(linksOf(page).filter(({ path }) => !isPublished(path))).toEqual([]);
  });
});

describe.each(current)("%s", (page) => {
  it("names paths that exist, and folders with a stroke at their end", () => {
    const wrong = pathsOf(page).filter((path) => {
      const at = join(ROOT, path);
      return !existsSync(at) || statSync(at).isDirectory() !== path.endsWith("/");
    });
    expect(wrong).toEqual([]);
  });

  it("names commands that exist", () => {
    const wrong = commandsOf(page).filter((command) => {
      const [, , name = ""] = command.split(" ");
      return command.startsWith("npm run")
        ? !(name in about.scripts)
        : !existsSync(join(ROOT, name));
    });
    expect(wrong).toEqual([]);
  });
});

describe("the pages for people", () => {
  it("are all linked from the README", () => {
    const linked = linksOf("README.md").map(({ path }) => path);
    const decisions = linksOf("docs/decisions/README.md").map(({ path }) => path);
    const pages = PAGES.filter((page) => page.startsWith("docs/"));
    expect(pages.filter((page) => ![...linked, ...decisions].includes(page))).toEqual([]);
  });

  it("name at least a hundred paths and thirty commands", () => {
    expect(current.flatMap(pathsOf).length).toBeGreaterThan(100);
    expect(current.flatMap(commandsOf).length).toBeGreaterThan(30);
  });

  it("name every script that a contributor runs", () => {
    const named = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8") + textOf("README.md");
    const missing = Object.keys(about.scripts).filter((name) => !named.includes(`npm run ${name}`));
    expect(missing.filter((name) => name !== "test")).toEqual([]);
  });
});
