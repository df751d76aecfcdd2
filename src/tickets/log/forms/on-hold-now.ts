import type { Cell } from "../cells";
import type { Header } from "../header";
import type { Mapping } from "../mapping";
import type { LogRecord } from "../record";

/** `On Hold`, `is_on_hold`, `SLA paused`, `u_on_hold`, `Pending?`: whether, and not how long or why. */
const NAME =
  /^(?:u )?(?:(?:is|currently) )?(?:(?:ticket|incident|case|sla|clock|timer) )?(?:on hold|paused|suspended|pending)(?: (?:now|flag))? ?\??$/i;

const YES = /^(?:yes|y|true|t|1|oui|vrai|on hold|paused|x|✓|✔)$/i;

/**
 * The reader of columns that say whether a ticket is on hold now; null for a file that has none, and for a
 * mapping that says that no column matters.
 *
 * @returns by which column the row's ticket is on hold; null if it is not
 */
export function holdNowReader(
  { onHold, state }: Mapping,
  { names }: Header,
  find: (name: string) => Cell,
): ((record: LogRecord) => string | null) | null {
  if (onHold === null) return null;
  const others = [onHold?.column, state?.column];
  const cells = names
    .filter((name) => NAME.test(wordsOf(name)) && !others.includes(name))
    .map((name) => find(name));
  if (cells.length === 0) return null;
  return (record) => cells.find((cell) => YES.test(cell.text(record) ?? ""))?.name ?? null;
}

/** A column's name as words: `isOnHold` and `is_on-hold` are `is on hold`. */
function wordsOf(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .trim();
}
