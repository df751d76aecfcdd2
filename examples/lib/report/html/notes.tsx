import { notes } from "../notes";
import type { ServiceReport } from "../service-report";

/** What the words of the page mean. */
export function Notes({ report }: { report: ServiceReport }) {
  return (
    <footer>
      <h2 id="notes">Terms</h2>
      <dl class="notes">
        {notes(report).map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </footer>
  );
}
