/** A name without case, punctuation and the two ways to spell a few of them. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .replace("canceled", "cancelled")
    .replace("workinprogress", "inprogress");
}
