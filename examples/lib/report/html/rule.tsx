import type { Clause } from "../../../../src/index";

/** The words that a ticket was judged by, and how they are read. */
export function Rule({ rule }: { rule: Clause }) {
  return (
    <figure class="rule">
      <figcaption>
        {rule.id}, <cite>{rule.document}</cite>
      </figcaption>
      <blockquote>
        {rule.quotes.map((quote) => (
          <p key={quote}>“{quote}”</p>
        ))}
      </blockquote>
      {rule.reading !== null && (
        <p>
          Read as{rule.inferred ? " (inferred)" : ""}: {rule.reading}
        </p>
      )}
    </figure>
  );
}
