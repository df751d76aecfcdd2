import { InvalidArgumentError } from "commander";
import { CLAIM_KINDS, type ClaimKind, type ClaimsWanted } from "../../tickets/log/claims/kinds";
import { betweenCommas } from "../options";

// Object.keys gives the keys of the table.
const KINDS = Object.keys(CLAIM_KINDS) as readonly ClaimKind[];

export const CLAIMS_HELP =
  "compare with the tool's own verdict in these columns: auto, names, or KIND=name";

export const CLAIMS_NOTES = `--claims sets the verdicts against those of the tool or the supplier: yes or no, when it was due, the
time or share used. Where they differ the report names the reading of the promise that gives exactly the
tool's figure. auto takes the columns that are known by name (has_breached, planned_end_time, SLA met …);
a column of another name is written KIND=name, with a kind of ${KINDS.slice(0, 5).join(", ")}, left or percent;
used-hours, left-minutes and so on for plain numbers.`;

/** `auto`, or columns. What a column holds may stand before its name: `breached=Missed,SLA due`. */
export function claimColumns(text: string, before: ClaimsWanted = []): ClaimsWanted {
  if (text.trim() === "auto") return "auto";
  const columns = betweenCommas(text).map((each) => {
    const [, name = "", column = ""] = /^([a-z-]+)=(.+)$/s.exec(each) ?? [];
    const kind = KINDS.find((known) => known === name);
    return kind === undefined ? { column: each } : { column, kind };
  });
  if (columns.length === 0) throw new InvalidArgumentError("Give columns, or auto.");
  return before === "auto" ? "auto" : [...before, ...columns];
}
