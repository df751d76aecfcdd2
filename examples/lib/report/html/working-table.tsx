import { printable } from "../../printable";
import { cutShort, leftOutText, workingOf } from "../working";
import { Wide } from "./section";

const NUMBERS: ReadonlySet<string> = new Set(["counted", "total"]);

/** Each stretch of a ticket's life, whether it counted and why, and the running total. */
export function WorkingTable(props: { caption: string; explanation: string }) {
  const { head, rows } = workingOf(props.explanation);
  if (rows.length === 0) return null;
  const { first, leftOut, last } = cutShort(rows);
  const numbered = head.map((title) => NUMBERS.has(title));
  return (
    <Wide label={props.caption}>
      <table class="working">
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            {head.map((title, i) => (
              <th key={title} scope="col" class={numbered[i] ? "number" : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Lines lines={first} numbered={numbered} />
          {leftOut > 0 && (
            <tr>
              <td class="left-out" colSpan={head.length}>
                {leftOutText(leftOut)}
              </td>
            </tr>
          )}
          <Lines lines={last} numbered={numbered} />
        </tbody>
      </table>
    </Wide>
  );
}

function Lines(props: { lines: readonly (readonly string[])[]; numbered: readonly boolean[] }) {
  return props.lines.map((cells) => (
    <tr key={cells.join()}>
      {cells.map((cell, i) => (
        <td key={i} class={props.numbered[i] ? "number" : undefined}>
          {printable(cell)}
        </td>
      ))}
    </tr>
  ));
}
