/** A name without case and punctuation. The few that have two spellings get one. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .replace("canceled", "cancelled")
    .replace("workinprogress", "inprogress");
}
