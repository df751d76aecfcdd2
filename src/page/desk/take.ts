import { csvParts } from "../../report/formats/csv";
import { FILES, type Printed } from "../../report/formats/files";
import { obligationsCsv, obligationsJson } from "../../report/formats/obligations";
import { InputError } from "../../tickets/log/problems";
import type { Taken, TakeSettings } from "../wire/take";
import type { Standing } from "./judged";
import type { VerdictList } from "./list";
import { openObligations } from "./next";
import { svgOf, ticketOf } from "./ticket";

const TYPES: Readonly<Record<TakeSettings["format"], string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
  html: "text/html",
  ics: "text/calendar",
  json: "application/json",
  md: "text/markdown",
  svg: "image/svg+xml",
};

/** The verdicts, or the picture of one, as a file to take away. */
export async function taken(
  standing: Standing,
  list: VerdictList,
  settings: TakeSettings,
): Promise<Taken> {
  const { format } = settings;
  const name = `${nameOf(standing, settings)}.${format}`;
  const printed = await printedAs(standing, list, settings);
  const parts = printed instanceof Uint8Array ? [printed] : [...printed];
  // The writers of files make new bytes, which nobody else shares.
  return { name, type: TYPES[format], parts: parts as Taken["parts"] };
}

function printedAs(standing: Standing, list: VerdictList, settings: TakeSettings): Printed {
  const { report } = standing;
  const { format, pictures, only, ticket, target, isNext = false } = settings;
  const { asOfMs } = report;
  const next = () => ({ rows: openObligations(standing), asOfMs });
  // A file for people opens in a spreadsheet, which wants local dates.
  const style = { isTerminal: false, excel: true };
  switch (format) {
    case "svg": {
      if (ticket === undefined || target === undefined) throw new InputError("choose a ticket");
      return [`${svgOf(ticketOf(standing, ticket, target))}\n`];
    }
    case "csv":
      if (isNext) return [`${obligationsCsv(next())}\n`];
      if (only === undefined) return FILES.csv(report, style);
      return csvParts(
        list.rows(standing, only),
        { isTerminal: false, forSpreadsheet: true },
        { kept: report.log.kept },
      );
    case "html":
      return FILES.html({ ...report, options: { ...report.options, pictures } });
    case "json":
      if (isNext) return [`${obligationsJson(next())}\n`];
      return FILES.json(report);
    case "md":
      return FILES.md(report);
    case "xlsx":
      return FILES.xlsx(report);
    case "ics":
      return FILES.ics(report);
  }
}

/** The name of the dropped file without its ending, in letters that every system accepts. */
function nameOf({ report }: Standing, { ticket, isNext }: TakeSettings): string {
  const source = report.source.replace(/(?:\.[A-Za-z0-9]{1,5})+$/, "");
  const base = ticket ?? `${source}-${isNext ? "due-next" : "verdicts"}`;
  const safe = base.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[-.]+/, "");
  return safe.slice(0, 100) || "verdicts";
}
