import { CHOICES, DAY_CHOICES } from "../../src/sla/clock/choices";

/** The table of named choices, from the table that the clock reads. */
export function choicesTable(): string {
  const rows = Object.entries({ ...CHOICES, ...DAY_CHOICES }).map(([name, { says, values }]) => {
    const meanings = Object.entries(values).map(([value, meaning]) => `\`${value}\`: ${meaning}`);
    return `| \`${name}\`: ${says} | ${meanings.join("<br>")} |`;
  });
  const cutoff =
    "| `cutoff`, for hours and working days | none, or a time of day such as `17:00`: a start at or after it counts as received on the next working day, and hours count from its opening |";
  return ["| choice | values, the default first |", "| --- | --- |", ...rows, cutoff].join("\n");
}
