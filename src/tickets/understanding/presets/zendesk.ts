import type { Preset } from "./preset";

/** What Zendesk exports. */
export const ZENDESK: readonly Preset[] = [
  {
    id: "zendesk",
    title: "a list of Zendesk tickets",
    form: "tickets",
    told: [
      ["id", "ticketid"],
      ["status"],
      ["createdat"],
      ["solvedat", "updatedat", "metricsetsolvedat"],
    ],
    columns: {
      ticket: ["id", "ticketid"],
      opened: ["createdat"],
      responded: ["initiallyassignedat"],
      resolved: ["solvedat", "metricsetsolvedat"],
      state: ["status"],
      severity: ["priority"],
      onHold: ["onholdtimeinminutes"],
    },
    missing: ["-"],
    onHold: { written: "minutes", measured: "wall" },
  },
];
