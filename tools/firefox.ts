import { type Machine, onPath, thisMachine } from "./chromium";

const NAMES = ["firefox-esr", "firefox"];

/** Where Firefox is installed, by system. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  darwin: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
  win32: [
    "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
    "C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe",
  ],
};

/**
 * The path of a Firefox: the one named by FIREFOX_PATH, an installed one, or one on the PATH.
 *
 * @throws {Error} with what to do, if none of these is found
 */
export function findFirefox(machine: Machine = thisMachine()): string {
  const named = machine.env["FIREFOX_PATH"];
  if (named !== undefined && named !== "") {
    if (machine.exists(named)) return named;
    throw new Error(`FIREFOX_PATH is "${named}", and there is no such file.`);
  }
  const places = [...(PLACES[machine.platform] ?? []), ...onPath(machine, NAMES)];
  const found = places.find((path) => machine.exists(path));
  if (found !== undefined) return found;
  throw new Error(
    "No Firefox was found. Install one (Debian: apt-get install firefox-esr), or name its program in FIREFOX_PATH.",
  );
}
