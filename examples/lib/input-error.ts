/** What the command was given cannot be used at all: nothing is worked out, and the exit code is 2. */
export class InputError extends Error {
  override readonly name = "InputError";
}
