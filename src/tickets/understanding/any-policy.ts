import { defineSla } from "../../index";
import { type Policy, prepared } from "../log/policies";

const ANY = {
  id: "any policy",
  calendars: { always: { timeZone: "UTC", hours: { daily: ["00:00-24:00"] } } },
  targets: {
    fix: {
      allowance: { hours: 1, calendar: "always" },
      runs: ["it runs"],
      pauses: ["it pauses"],
      stops: ["it stops"],
      cancels: ["it is withdrawn"],
    },
  },
};

/** A policy that stands for any: its states are what states usually do, whatever they are called. */
export function anyPolicy(): Policy {
  return prepared(defineSla(ANY));
}
