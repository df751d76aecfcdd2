/** Why a mutant was stopped that ran in circles; this was counted, not timed. */
export const IN_CIRCLES = "runs in circles";

/** Why a mutant was left out: only some are judged, chosen by their number. */
export const NOT_ASKED = "not in the sample";

/** Whether a mutant is judged: it has one of some numbers, or is one in so many. */
export function isAsked(id: string, which: number | readonly string[]): boolean {
  return typeof which === "number" ? Number(id) % which === 0 : which.includes(id);
}
