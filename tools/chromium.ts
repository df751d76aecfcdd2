import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { posix, win32 } from "node:path";

/** What the search may look at; a test gives its own. */
export interface Machine {
  readonly platform: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
  /** The names in a folder; none if the folder does not exist. */
  readonly list: (folder: string) => readonly string[];
}

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "google-chrome-beta",
  "chrome",
];

/** Where Chrome and Chromium are installed, by system: the folder to start from, and the rest of the path. */
const MAC_PLACES = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Chromium.app/Contents/MacOS/Chromium",
  "Google Chrome Beta.app/Contents/MacOS/Google Chrome Beta",
];
const WINDOWS_PLACES = ["Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe"];
const LINUX_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/lib/chromium/chromium",
  "/opt/google/chrome/chrome",
  "/snap/bin/chromium",
];
/** Paths within one version that Playwright or Puppeteer keeps. */
const KEPT_PLACES = [
  "chrome-linux/chrome",
  "chrome-linux64/chrome",
  "chrome-win/chrome.exe",
  "chrome-win64/chrome.exe",
  "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
  ...["x64", "arm64"].map(
    (cpu) =>
      `chrome-mac-${cpu}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
  ),
];

/**
 * The path of a Chrome or Chromium: the one named by CHROMIUM_PATH, an installed one, one on the
 * PATH, or one that Playwright or Puppeteer has fetched.
 *
 * @throws {Error} with what to do, if none of these is found
 */
export function findChromium(machine: Machine = thisMachine()): string {
  const named = machine.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") {
    if (machine.exists(named)) return named;
    throw new Error(`CHROMIUM_PATH is "${named}", and there is no such file.`);
  }
  const places = [...installed(machine), ...onPath(machine, NAMES), ...kept(machine)];
  const found = places.find((path) => machine.exists(path));
  if (found !== undefined) return found;
  throw new Error(
    "No Chrome or Chromium was found. Install one (Debian: apt-get install chromium; anywhere: " +
      "npx playwright-core install chromium), or name its program in CHROMIUM_PATH.",
  );
}

function installed({ platform, home, env }: Machine): string[] {
  if (platform === "darwin") {
    const folders = ["/Applications", posix.join(home, "Applications")];
    return folders.flatMap((folder) => MAC_PLACES.map((place) => posix.join(folder, place)));
  }
  if (platform === "win32") {
    const folders = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map((name) => env[name]);
    return folders.flatMap((folder) =>
      folder === undefined ? [] : WINDOWS_PLACES.map((place) => win32.join(folder, place)),
    );
  }
  return LINUX_PLACES;
}

/** The paths that programs of some names would have in the folders of the PATH. */
export function onPath({ platform, env }: Machine, names: readonly string[]): string[] {
  const { delimiter, join } = platform === "win32" ? win32 : posix;
  const folders = (env["PATH"] ?? env["Path"] ?? "").split(delimiter).filter((path) => path !== "");
  const extension = platform === "win32" ? ".exe" : "";
  return folders.flatMap((folder) => names.map((name) => join(folder, name + extension)));
}

function kept({ platform, home, env, list }: Machine): string[] {
  const { join } = platform === "win32" ? win32 : posix;
  const caches: Readonly<Record<string, string>> = {
    darwin: join(home, "Library/Caches"),
    win32: env["LOCALAPPDATA"] ?? join(home, "AppData/Local"),
  };
  const cache = caches[platform] ?? env["XDG_CACHE_HOME"] ?? join(home, ".cache");
  const folders = [
    env["PLAYWRIGHT_BROWSERS_PATH"] ?? join(cache, "ms-playwright"),
    join(env["PUPPETEER_CACHE_DIR"] ?? join(home, ".cache/puppeteer"), "chrome"),
  ];
  return folders.flatMap((folder) =>
    // The newest first, without the headless shells.
    list(folder)
      .filter((name) => !/headless|firefox|webkit|ffmpeg/.test(name))
      .toSorted()
      .toReversed()
      .flatMap((version) => KEPT_PLACES.map((place) => join(folder, version, place))),
  );
}

/** What the search sees where it runs. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    home: homedir(),
    env: process.env,
    exists: existsSync,
    list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  };
}
