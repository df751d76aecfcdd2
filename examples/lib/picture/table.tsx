/** A column of a table. */
export interface Column {
  readonly head: string;
  readonly kind?: "number" | "instant";
}

interface TableProps {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The first cell of each row names it. */
  readonly rows: readonly (readonly string[])[];
}

/** A table that a screen reader can find its way in. */
export function Table({ caption, columns, rows }: TableProps) {
  return (
    // A wide table can be scrolled with the keyboard, too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable.
    <section class="wide" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, kind }) => (
              <th key={head} scope="col" {...classOf(kind)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={`${row} ${cells[0]}`}>
              {columns.map(({ head, kind }, i) =>
                i === 0 ? (
                  <th key={head} scope="row" {...classOf(kind)}>
                    <bdi>{cells[i]}</bdi>
                  </th>
                ) : (
                  <td key={head} {...classOf(kind)}>
                    <bdi>{cells[i]}</bdi>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function classOf(kind: Column["kind"]) {
  return kind === undefined ? {} : { class: kind };
}
