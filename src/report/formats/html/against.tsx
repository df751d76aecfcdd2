import type { AgainstClaims, Difference } from "../../../tickets/claims/against";
import { countText } from "../../../words/amounts";
import { plain } from "../../../words/printable";
import {
  againstText,
  causeHead,
  causeText,
  doubtText,
  figureTexts,
  MOST_CAUSES,
  MOST_DIFFERENCES,
  ourVerdict,
  theirVerdict,
} from "../../model/claims-words";
import { NumberHead, Section, WideTable } from "./section";

/** The verdicts against those of the tool or the supplier, and where the differences come from. */
export function Against({ against }: { against: AgainstClaims | null }) {
  if (!against) return null;
  const { columns, targets, differences, unread } = against;
  const names = columns.map(({ column }) => plain(column)).join(", ");
  const more = differences.length - MOST_DIFFERENCES;
  return (
    <Section id="against" title="Against the tool’s own verdict">
      <p>
        Compared with the columns <bdi>{names}</bdi>, for {targets.map(plain).join(", ")}.{" "}
        {againstText(against)}
      </p>
      {unread !== null && <p>These could not be read: {plain(unread)}.</p>}
      {against.causes.length > 0 && <Causes against={against} />}
      {differences.length > 0 && (
        <Differences differences={differences.slice(0, MOST_DIFFERENCES)} />
      )}
      {more > 0 && <p>{countText(more)} more differ; --format csv and xlsx list them all.</p>}
    </Section>
  );
}

function Causes({ against: { causes, unexplained } }: { against: AgainstClaims }) {
  return (
    <WideTable caption="Where the differences come from">
      <thead>
        <tr>
          <th scope="col">Likely cause</th>
          <NumberHead>Tickets</NumberHead>
          <NumberHead>Exact to the figure</NumberHead>
          <th scope="col">Against it</th>
        </tr>
      </thead>
      <tbody>
        {causes.slice(0, MOST_CAUSES).map(({ says, tickets, exact, contradicted }) => (
          <tr key={says}>
            <th scope="row">{plain(causeHead(says))}</th>
            <td class="number">{countText(tickets)}</td>
            <td class="number">{countText(exact)}</td>
            <td>{doubtText(contradicted)}</td>
          </tr>
        ))}
        {unexplained > 0 && (
          <tr>
            <th scope="row">No other reading that was tried</th>
            <td class="number">{countText(unexplained)}</td>
            <td class="number zero">0</td>
            <td />
          </tr>
        )}
      </tbody>
    </WideTable>
  );
}

function Differences({ differences }: { differences: readonly Difference[] }) {
  return (
    <WideTable caption="Where the tool and this report differ, worst first" class="differences">
      <thead>
        <tr>
          <th scope="col">Ticket</th>
          <th scope="col">The tool</th>
          <th scope="col">Here</th>
          <th scope="col">Figures</th>
          <th scope="col">Likely cause</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((each) => (
          <tr key={each.row.ticket}>
            <th scope="row">
              <bdi>{plain(each.row.ticket)}</bdi>
            </th>
            <td>{theirVerdict(each)}</td>
            <td>{ourVerdict(each.row)}</td>
            <td>
              {figureTexts(each).map((text) => (
                <div key={text}>{text}</div>
              ))}
            </td>
            <td>{plain(causeText(each.cause))}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
