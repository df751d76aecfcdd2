/** A request that SQL cannot answer; each reason names what it cannot do and says what to do. */
export class SqlRefusal extends Error {
  override readonly name = "SqlRefusal";
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(`SQL does not do all of this:\n${reasons.map((reason) => `  ${reason}`).join("\n")}`);
    this.reasons = reasons;
  }
}
