/** A number for people: `1,234,568`. */
export function count(number: number): string {
  return Math.round(number).toLocaleString("en-GB");
}
