/** A text whose letters have no accents: `État` is `Etat`. */
export function withoutAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}+/gu, "");
}

/** A name without case and punctuation. The few that have two spellings get one. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .replace("canceled", "cancelled")
    .replace("workinprogress", "inprogress");
}
