import type { AgainstClaims, Cause, Difference } from "../../tickets/claims/against";
import type { ComparedFigure } from "../../tickets/claims/compare";
import type { FigureName } from "../../tickets/log/claims/claim";
import type { ReportRow } from "../../tickets/verdicts/row";
import { MINUTE_MS } from "../../timeline/units";
import { counted, countText, lengthText, percentText } from "../../words/amounts";
import { dueText } from "../../words/instants";

/** The most differences that a page lists; CSV and XLSX have all. */
export const MOST_DIFFERENCES = 200;

/** The most causes that a page lists. */
export const MOST_CAUSES = 20;

/** How a report compares with a tool, in a sentence or two. */
export function againstText({ counts, unexplained, differences }: AgainstClaims): string {
  const { agrees, "verdict-differs": verdicts, "figure-differs": figures } = counts;
  const compared = agrees + verdicts + figures;
  const rest = counts["no-claim"] + counts["not-compared"];
  const parts = [
    `${countText(compared)} compared: ${countText(agrees)} agree`,
    `${countText(verdicts)} ${verdicts === 1 ? "has" : "have"} another verdict`,
    `${countText(figures)} the same verdict by other figures`,
  ];
  const explained = differences.length - unexplained;
  const why =
    differences.length === 0
      ? ""
      : ` Another reading of the promise explains ${countText(explained)} of the ${counted(differences.length, "difference")}.`;
  const others = rest === 0 ? "" : ` ${counted(rest, "other verdict")} could not be compared.`;
  return `${parts.join(", ")}.${why}${others}`;
}

/** What the tool says of a verdict: `met`, `breached`, or a dash. */
export function theirVerdict({ theirsBreached }: Difference): string {
  if (theirsBreached === null) return "–";
  return theirsBreached ? "breached" : "met";
}

/** What we say: `met`, `breached`, or that it is open and not breached. */
export function ourVerdict({ breached, status }: ReportRow): string {
  if (breached) return "breached";
  return status === "met" ? "met" : `${status}, not breached`;
}

const FIGURE_WORDS: Readonly<Record<FigureName, string>> = {
  due: "due",
  used: "used",
  left: "left",
  percent: "used",
};

/** The figures that differ: `due Fri 25 Dec 2026 11:00 GMT, here Tue 29 Dec 2026 11:00 GMT`. */
export function figureTexts({ figures, row }: Difference): string[] {
  return figures
    .filter(({ isSame }) => !isSame)
    .map((figure) => {
      const [theirs, ours] = [figure.theirs.value, figure.ours].map((value) =>
        valueText(figure, value, row.timeZone),
      );
      return `${FIGURE_WORDS[figure.name]} ${theirs}, here ${ours}`;
    });
}

function valueText({ name }: ComparedFigure, value: number, timeZone: string): string {
  if (name === "due") return dueText(value, timeZone);
  if (name === "percent") return `${percentText(value)} %`;
  const ms = Math.abs(value);
  const seconds = Math.round((ms % MINUTE_MS) / 1000);
  const text = seconds === 0 ? lengthText(ms) : `${lengthText(ms - (ms % MINUTE_MS))} ${seconds}s`;
  return value < 0 ? `${text} over` : text;
}

/** Why, in sentences. */
export function causeText(cause: Cause | null): string {
  if (cause === null) return "No other reading that was tried gives it.";
  const turnsOn = cause.turnsOn === null ? "" : `: ${cause.turnsOn}`;
  const exactly = cause.isExact
    ? "That gives exactly the tool’s figures."
    : "That gives the tool’s verdict; it states no figure to check it by.";
  const others =
    cause.orElse.length === 0 ? "" : ` So does this: ${otherTexts(cause).join("; or ")}.`;
  return `${sentence(cause.says)}${turnsOn}. ${exactly}${others}`;
}

/** The other readings that a sentence names; JSON has more. */
const MOST_NAMED = 4;

function otherTexts({ orElse }: Cause): readonly string[] {
  const more = orElse.length - MOST_NAMED;
  return more <= 0
    ? orElse
    : [
        ...orElse.slice(0, MOST_NAMED),
        counted(more, "other reading that was tried", "other readings that were tried"),
      ];
}

/** A cause in a table of causes. */
export function causeHead(says: string): string {
  return sentence(says);
}

/** The evidence against a cause: tickets on which the tool and we agree, but the cause would not. */
export function doubtText(contradicted: number): string {
  return contradicted === 0
    ? ""
    : `it would give something else for ${counted(contradicted, "ticket")} on which both agree`;
}

function sentence(says: string): string {
  return says.replace(/^it /, "The tool ");
}
