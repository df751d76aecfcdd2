/** The library as one script for the examples of the site, by the names that a reader imports. */
import * as coreHours from "../../src/index";
import * as interchange from "../../src/interchange/index";
import * as live from "../../src/live/index";
import * as nhs from "../../src/services/index";
import * as timeline from "../../src/timeline/index";

Object.assign(globalThis, {
  coreHoursModules: {
    "core-hours": coreHours,
    "core-hours/interchange": interchange,
    "core-hours/live": live,
    "core-hours/nhs": nhs,
    "core-hours/timeline": timeline,
  },
});
