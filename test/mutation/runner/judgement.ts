/** Why a mutant was stopped that ran in circles; this was counted, not timed. */
export const IN_CIRCLES = "runs in circles";

/** Why a mutant was left out: only some are judged, chosen by their number. */
export const NOT_ASKED = "not in the sample";
