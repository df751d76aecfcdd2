/** Compares texts as people order them: `T-9` comes before `T-10`. */
export const natural = new Intl.Collator("en", { numeric: true });
