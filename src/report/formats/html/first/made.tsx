import { counted } from "../../../../words/amounts";
import { plain } from "../../../../words/printable";
import type { MadeFrom } from "../../../model/first/made-from";
import { madeFacts } from "../../../model/first/made-words";

/** What the report was made from, so anybody can make it again. */
export function Made({ made }: { made: MadeFrom }) {
  return (
    <dl class="made" aria-label={`Made from ${counted(made.rows, "row")}`}>
      {madeFacts(made).map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <bdi>{plain(value)}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
