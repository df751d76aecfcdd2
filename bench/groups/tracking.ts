import { defineSla, historyColumns } from "../../dist/index.js";
import { AS_OF, incidentLog, POLICY } from "../incident-log";
import { type Effort, race, ratio } from "../measure";
import { duration, type Section, times } from "../report";

/** Compares readings of a year of incidents with the cost of parsing their timestamps. */
export async function tracking(effort: Effort): Promise<Section> {
  const { source, histories } = incidentLog();
  const { resolution } = defineSla(POLICY).targets;
  const columns = historyColumns(histories);
  const timestamps = Array.from(columns.atMs, (ms) => new Date(ms).toISOString());
  const ops = timestamps.length;
  const options = { asOf: AS_OF };

  const lists = () => {
    let breached = 0;
    for (const result of resolution.trackMany(histories, options)) {
      if (result.error) throw result.error;
      breached += Number(result.breached);
    }
    return breached;
  };
  const inColumns = () => {
    const { breached, errors } = resolution.trackMany(columns, options);
    for (const error of errors.values()) throw error;
    return breached.reduce((sum, each) => sum + each, 0);
  };
  const written = histories.map(({ ticket, events }) => ({
    ticket,
    events: events.map((event) => ({ ...event, at: new Date(event.at as number).toISOString() })),
  }));
  const parsing = () => timestamps.reduce((sum, text) => sum + Date.parse(text), 0);
  const breached = lists();
  if (breached !== inColumns()) throw new Error("lists and columns give different readings");

  const timings = await race(
    {
      "trackMany over lists": { ops, run: lists },
      "trackMany over columns": { ops, run: inColumns },
      "historyColumns of the lists": { ops, run: () => historyColumns(histories).atMs.length },
      "historyColumns of ISO texts": { ops, run: () => historyColumns(written).atMs.length },
      "Date.parse of the timestamps": { ops, run: parsing },
    },
    effort,
  );
  const parse = timings["Date.parse of the timestamps"];
  return {
    title: "Tracking",
    text: [
      `${histories.length.toLocaleString("en-GB")} histories of ${ops.toLocaleString("en-GB")} events, from ${source}, in memory with their instants as numbers; ${breached.toLocaleString("en-GB")} of them breached.`,
    ],
    tables: [
      {
        head: ["what", "in all", "each event"],
        rows: Object.entries(timings).map(([name, { ns }]) => [
          name,
          duration(ns * ops),
          duration(ns),
        ]),
      },
    ],
    goals: (
      [
        ["trackMany over lists", 1],
        ["trackMany over columns", 1],
        ["historyColumns of ISO texts", 2],
      ] as const
    ).map(([form, most]) => {
      const factor = ratio(timings[form], parse);
      return {
        what: `${form}, to Date.parse on the same timestamps`,
        goal: most === 1 ? "less time" : `≤ ${most} ×`,
        measured: times(factor),
        isMet: factor.times <= most,
      };
    }),
  };
}
