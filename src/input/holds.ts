/** Whether something holds of a value from outside, which may throw as it is looked at. */
export function holds(test: () => boolean): boolean {
  try {
    return test();
  } catch {
    return false;
  }
}
