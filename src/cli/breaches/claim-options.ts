import { InvalidArgumentError } from "commander";
import { CLAIM_KIND_NAMES } from "../../tickets/log/claims/claim-kinds";
import type { ClaimsWanted } from "../../tickets/log/claims/kinds";
import { betweenCommas } from "../options";

export const CLAIMS_HELP =
  "compare with the tool's own verdict in these columns: auto, none, names, or KIND=name";

export const CLAIMS_NOTES = `--claims sets the verdicts against those of the tool or the supplier: yes or no, when it was due, the
time or share used. Where they differ the report names the reading of the promise that gives exactly the
tool's figure. auto takes the columns that are known by name (has_breached, planned_end_time, SLA met …);
a column of another name is written KIND=name, with a kind of ${CLAIM_KIND_NAMES.slice(0, 5).join(", ")}, left or percent;
used-hours, left-minutes and so on for plain numbers. A mapping keeps the columns (core-hours read --claims auto
--save), and a report by that mapping compares with them unless --claims says otherwise.`;

/** `auto`, `none` as an empty list, or columns. What a column holds may stand before its name: `breached=Missed,SLA due`. */
export function claimColumns(text: string, before: ClaimsWanted = []): ClaimsWanted {
  if (text.trim() === "auto") return "auto";
  if (text.trim() === "none") return [];
  const columns = betweenCommas(text).map((each) => {
    const [, name = "", column = ""] = /^([a-z-]+)=(.+)$/s.exec(each) ?? [];
    const kind = CLAIM_KIND_NAMES.find((known) => known === name);
    return kind === undefined ? { column: each } : { column, kind };
  });
  if (columns.length === 0) throw new InvalidArgumentError("Give columns, or auto.");
  return before === "auto" ? "auto" : [...before, ...columns];
}
