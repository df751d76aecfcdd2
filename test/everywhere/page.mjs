/** Runs the checks in a browser. The names of packages are those of the page's import map. */
import * as coreHours from "core-hours";
import * as testing from "core-hours/testing";
import * as timeline from "core-hours/timeline";
import * as luxon from "luxon";
import { checks } from "./checks.mjs";

const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();

/** The whole package, in the page. */
export const inPage = async () => ({
  ...(await checks(coreHours, timeline, testing, luxon)),
  timeZone,
  locale,
});

/** The timeline alone, in a worker. */
export const inWorker = () =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.mjs", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message = "its script could not be loaded" }) =>
      reject(new Error(`the worker failed: ${message}`));
  });
