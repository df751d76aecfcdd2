import { type ChildProcess, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findFirefox } from "../../tools/firefox";
import { Marionette } from "./marionette";
import { PAGE, type Report } from "./page";

/** Asks again and again for something, for up to a minute; nothing is `null`. */
async function waitFor<T>(what: string, ask: () => T | null | Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = await ask();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Firefox shows no ${what}`);
}

/** The page in a Firefox of its own. */
export class FirefoxPage {
  private constructor(
    private readonly process: ChildProcess,
    private readonly firefox: Marionette,
    private readonly folder: string,
  ) {}

  /** Starts Firefox without a window and with nothing of an earlier visit, and opens the page from disk. */
  static async open(): Promise<FirefoxPage> {
    const folder = mkdtempSync(join(tmpdir(), "core-hours-firefox-"));
    mkdirSync(join(folder, "downloads"));
    writeFileSync(join(folder, "user.js"), settingsText(join(folder, "downloads")));
    const args = ["--marionette", "--headless", "--remote-allow-system-access"];
    const program = findFirefox();
    const process = spawn(program, [...args, "--no-remote", "--profile", folder], {
      stdio: "ignore",
      env: { ...globalThis.process.env, MOZ_CRASHREPORTER_DISABLE: "1" },
    });
    const portFile = join(folder, "MarionetteActivePort");
    const port = await waitFor("port", () =>
      existsSync(portFile) ? Number(readFileSync(portFile, "utf8")) || null : null,
    );
    const firefox = await Marionette.connect(port);
    const made = new FirefoxPage(process, firefox, folder);
    await firefox.runInBrowser(NOTES_REQUESTS);
    await firefox.send("WebDriver:Navigate", { url: pathToFileURL(PAGE).href });
    await made.until("//h1");
    return made;
  }

  /** Waits until something is there that is found by an XPath. */
  async until(xpath: string): Promise<string> {
    return waitFor(xpath, () => this.firefox.find(xpath).catch(() => null));
  }

  /** Runs the body of a function in the page. */
  run(body: string, ...args: readonly unknown[]): Promise<unknown> {
    return this.firefox.run(body, ...args);
  }

  async click(xpath: string): Promise<void> {
    await this.firefox.send("WebDriver:ElementClick", { id: await this.until(xpath) });
  }

  /** Chooses a file for a control, or types keys into it. */
  async type(xpath: string, text: string): Promise<void> {
    await this.firefox.send("WebDriver:ElementSendKeys", { id: await this.until(xpath), text });
  }

  /** Gives a control a value, as its own widget would: keys mean other things in each locale. */
  async fill(xpath: string, value: string): Promise<void> {
    await this.until(xpath);
    await this.run(
      `const [xpath, value] = arguments;
       const control = document.evaluate(xpath, document, null, 9).singleNodeValue;
       control.value = value;
       control.dispatchEvent(new Event("input", { bubbles: true }));
       control.dispatchEvent(new Event("change", { bubbles: true }));`,
      xpath,
      value,
    );
  }

  /** The text of everything that an XPath finds, as it is seen. */
  async texts(xpath: string): Promise<readonly string[]> {
    const found = await this.run(
      `const all = document.evaluate(arguments[0], document, null, 7);
       return Array.from({ length: all.snapshotLength }, (_, i) => all.snapshotItem(i).innerText);`,
      xpath,
    );
    return Array.isArray(found) ? found.map(String) : [];
  }

  /** Takes a file away by the name of its button, and gives its bytes. */
  async taken(button: string): Promise<Buffer> {
    const downloads = join(this.folder, "downloads");
    const before = new Set(readdirSync(downloads));
    await this.click(`//button[normalize-space()='${button}']`);
    // Firefox writes into a file that ends in .part beside an empty one of the name itself.
    const whole = () => {
      const names = readdirSync(downloads);
      if (names.some((name) => name.endsWith(".part"))) return null;
      const name = names.find((each) => !before.has(each));
      const bytes = name === undefined ? null : readFileSync(join(downloads, name));
      return bytes !== null && bytes.length > 0 ? bytes : null;
    };
    const bytes = await waitFor("download", whole);
    for (const name of readdirSync(downloads)) rmSync(join(downloads, name));
    return bytes;
  }

  /** The report as data, as the page hands it out. */
  async report(): Promise<Report> {
    return JSON.parse((await this.taken("Data")).toString());
  }

  /** What the browser's console holds of the page and of its worker: errors, and what the content policy refused, and what was asked for over a network. */
  async complaints(): Promise<readonly string[]> {
    const found = await this.firefox.runInBrowser(COMPLAINTS);
    return Array.isArray(found) ? found.map(String) : [];
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    this.firefox.close();
    this.process.kill();
    await ended;
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Has the browser write into its console which addresses a page asks for; what it asks for itself is not the page's. */
const NOTES_REQUESTS = `
  Services.obs.addObserver((subject) => {
    const { URI, loadInfo } = subject.QueryInterface(Ci.nsIChannel);
    if (loadInfo.triggeringPrincipal.isSystemPrincipal) return;
    Services.console.logStringMessage("a page asked for " + URI.spec);
  }, "http-on-modify-request");`;

/** What the console holds of pages and their workers, and not of the browser's own parts. */
const COMPLAINTS = `
  const isOwn = (source) => /^(?:chrome|resource|moz-extension):/.test(source);
  const errors = Services.console.getMessageArray().flatMap((each) => {
    if (!(each instanceof Ci.nsIScriptError)) return /^a page asked/.test(each.message) ? [each.message] : [];
    return isOwn(each.sourceName) ? [] : [each.errorMessage];
  });
  const printed = Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage).getEvents();
  return [...errors, ...printed.filter(({ filename }) => !isOwn(filename)).map((each) => each.arguments.join(" "))];`;

/** Settings by which Firefox saves without a question, and starts without a welcome. */
function settingsText(downloads: string): string {
  const settings = {
    "marionette.port": 0,
    "browser.download.folderList": 2,
    "browser.download.dir": downloads,
    "browser.download.alwaysOpenPanel": false,
    "browser.helperApps.neverAsk.saveToDisk": "application/json,text/csv,text/html,text/calendar",
    "browser.shell.checkDefaultBrowser": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "app.update.auto": false,
  };
  return Object.entries(settings)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join("");
}
