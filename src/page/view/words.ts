/** A text with a capital letter at its head. The view takes no function of the rooms below, so it has its own. */
export function capital(text: string): string {
  return `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
}
