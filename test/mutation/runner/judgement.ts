/** Why a mutant was stopped that ran in circles; this was counted, not timed. */
export const IN_CIRCLES = "runs in circles";
