import type { Preset } from "./preset";

/** What Freshdesk exports. */
export const FRESHDESK: readonly Preset[] = [
  {
    id: "freshdesk",
    title: "a list of Freshdesk tickets",
    form: "tickets",
    told: [
      ["ticketid", "id"],
      ["createdtime", "createdat"],
      ["status"],
      ["resolvedtime", "initialresponsetime", "duebytime", "dueby", "frdueby", "statsresolvedat"],
    ],
    columns: {
      ticket: ["ticketid", "id"],
      opened: ["createdtime", "createdat"],
      responded: ["initialresponsetime", "firstrespondedat", "statsfirstrespondedat"],
      resolved: ["resolvedtime", "resolvedat", "statsresolvedat"],
      closed: ["closedtime", "closedat", "statsclosedat"],
      state: ["status"],
      severity: ["priority"],
    },
    states: {
      "2": ["Open", "runs"],
      "3": ["Pending", "pauses"],
      "4": ["Resolved", "stops"],
      "5": ["Closed", "stops"],
      "6": ["Waiting on Customer", "pauses"],
      "7": ["Waiting on Third Party", "pauses"],
    },
    ranks: { "1": 4, "2": 3, "3": 2, "4": 1 },
  },
];
