import type { Preset } from "./preset";

/** What Zendesk exports. */
export const ZENDESK: readonly Preset[] = [
  {
    id: "zendesk",
    title: "a list of Zendesk tickets",
    form: "tickets",
    told: [
      ["id", "ticketid"],
      ["status", "ticketstatus"],
      ["createdat", "requested", "ticketcreatedtimestamp"],
      ["solvedat", "updatedat", "metricsetsolvedat", "solved", "ticketsolvedtimestamp"],
    ],
    columns: {
      ticket: ["id", "ticketid"],
      opened: ["createdat", "requested", "ticketcreatedtimestamp"],
      resolved: ["solvedat", "metricsetsolvedat", "solved", "ticketsolvedtimestamp"],
      state: ["status", "ticketstatus"],
      severity: ["priority", "ticketpriority"],
      onHold: ["onholdtimeinminutes"],
    },
    missing: ["-"],
    onHold: { written: "minutes", measured: "wall" },
  },
];
