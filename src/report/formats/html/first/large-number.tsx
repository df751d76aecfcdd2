import type { Standing } from "../../../model/first/standing";
import { standingText } from "../../../model/first/words";

/** A number in large type, with whether it reaches its target. */
export function LargeNumber(props: {
  value: string;
  /** Null without a target. */
  standing: Standing | null;
  /** What it is of. */
  name?: string;
  words: string;
}) {
  const { value, standing, name, words } = props;
  const isReached = standing?.isReached ?? null;
  const kind = isReached === null ? "open" : isReached ? "pass" : "fail";
  return (
    <p class={`large ${kind}`}>
      <span class="value">{value}</span>{" "}
      <span class="words">
        {standing !== null && <strong class="badge">{standingText(standing)}</strong>}{" "}
        {name !== undefined && (
          <>
            <bdi class="name">{name}</bdi>:{" "}
          </>
        )}
        {words}
      </span>
    </p>
  );
}
