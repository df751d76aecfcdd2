/** Something in a form by which a patient can be identified. */
export interface PersonalData {
  /** The field that holds it; the path of a field within others is joined by dots. */
  readonly field: string;
  readonly kind: "nhs-number" | "last-name";
  /** What was found, as a sentence without its full stop; it does not repeat the data itself. */
  readonly says: string;
}

/** Ten digits, alone or as 3, 3 and 4, with no digit beside them. */
const TEN_DIGITS = /(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/g;
const LAST_NAME_FIELD = /lastname|surname|familyname/;
const LAST_NAME_TEXT = /\b(?:last|family)[ -]?name\s*[:=]\s*\S|\bsurname\s*[:=]\s*\S/i;

/**
 * The data in a form by which a patient can be identified: NHS numbers, by their check digit, and
 * last names, by the name of their field. Text that merely looks like one, such as a telephone
 * number, is not reported.
 */
export function personalDataIn(form: Readonly<Record<string, unknown>>): readonly PersonalData[] {
  const found: PersonalData[] = [];
  // The list holds what is still to be looked at, since a form may nest deeply or contain itself.
  const seen = new Set<unknown>([form]);
  const rest: [field: string, value: unknown][] = Object.entries(form).reverse();
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const [field, value] = next;
    if (typeof value !== "object" || value === null) found.push(...dataIn(field, value));
    else if (!seen.has(value)) {
      seen.add(value);
      const inner = Object.entries(value).map(([key, each]): [string, unknown] => [
        `${field}.${key}`,
        each,
      ]);
      rest.push(...inner.reverse());
    }
  }
  return found;
}

function dataIn(field: string, value: unknown): PersonalData[] {
  if (value === null || value === undefined) return [];
  const text = `${value}`;
  if (text.trim() === "") return [];
  const found: PersonalData[] = [];
  if (hasNhsNumber(text)) {
    const says = `"${field}" holds an NHS number`;
    found.push(Object.freeze({ field, kind: "nhs-number", says }));
  }
  const last = field.slice(field.lastIndexOf(".") + 1).toLowerCase();
  if (LAST_NAME_FIELD.test(last.replace(/[^a-z]/g, "")) || LAST_NAME_TEXT.test(text)) {
    const says = `"${field}" gives a last name`;
    found.push(Object.freeze({ field, kind: "last-name", says }));
  }
  return found;
}

function hasNhsNumber(text: string): boolean {
  return (text.match(TEN_DIGITS) ?? []).some((digits) => isNhsNumber(digits.replace(/[ -]/g, "")));
}

/**
 * Whether the tenth digit checks the other nine: their sum, weighted from 10 down to 2, and the digit
 * itself make a multiple of 11 (Modulus 11, NHS Data Dictionary).
 */
function isNhsNumber(digits: string): boolean {
  if (new Set(digits).size === 1) return false; // A placeholder such as 0000000000.
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0);
  return sum % 11 === 0;
}
