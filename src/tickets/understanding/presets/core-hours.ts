import type { Preset } from "./preset";

/** The project's own log. */
export const CORE_HOURS: readonly Preset[] = [
  {
    id: "core-hours",
    title: "a log of core-hours",
    form: "events",
    told: [["ticket"], ["service"], ["at"], ["state"]],
    columns: {
      ticket: ["ticket"],
      policy: ["service"],
      at: ["at"],
      state: ["state"],
      severity: ["severity"],
    },
    inPolicyWords: true,
  },
];
