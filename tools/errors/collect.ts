import { join, relative } from "node:path";
import ts from "typescript";
import { ROOT } from "../pages/page";

/** A code that an error of the library can have, as its source throws it. */
export interface ThrownCode {
  readonly code: string;
  /** The class of the error. */
  readonly type: string;
  /** Its message, with `<name>` for the parts that vary. */
  readonly message: string;
  /** The same message without the words that callers pass to the function that throws it. */
  readonly shape: string;
}

/** What the parameters of a function stand for in one call. */
type Bindings = ReadonlyMap<ts.Symbol, Bound>;
interface Bound {
  readonly expression: ts.Expression;
  readonly bindings: Bindings;
}

const NOTHING: Bindings = new Map();
/** The root of the errors that have codes. */
const BASE = "CoreHoursError";

/**
 * Every code of every error that the library throws, from its sources.
 *
 * @throws {Error} if the source does not show a code. Write the code as text, or pass it on as text.
 */
export function thrownCodes(): readonly ThrownCode[] {
  const program = programOf(join(ROOT, "tsconfig.json"));
  const checker = program.getTypeChecker();
  const src = join(ROOT, "src/").replaceAll("\\", "/");
  const files = program
    .getSourceFiles()
    .filter(({ fileName, isDeclarationFile }) => fileName.startsWith(src) && !isDeclarationFile);
  const calls = callsIn(files);
  const found = new Map<string, ThrownCode>();
  for (const file of files) {
    visit(file, (node) => {
      const thrown = codedError(node, checker);
      const [code, message] = thrown?.args ?? [];
      if (!thrown || !code || !message) return;
      for (const bindings of waysIn(node, [code, message], calls, checker)) {
        const says = {
          type: thrown.type,
          message: shapeOf(message, bindings, checker),
          shape: shapeOf(message, NOTHING, checker),
        };
        for (const text of textsOf(code, bindings, checker)) {
          if (text === null) throw new Error(`${place(code)}: the code cannot be told`);
          found.set(`${text} ${says.type} ${says.message}`, { code: text, ...says });
        }
      }
    });
  }
  const codes = [...found.values()];
  return codes.sort((a, b) => compare(a.code, b.code) || compare(a.message, b.message));
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function programOf(path: string): ts.Program {
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const entries = ["index.ts", "services/index.ts", "interchange/index.ts", "testing/index.ts"];
  return ts.createProgram(
    entries.map((entry) => join(ROOT, "src", entry)),
    options,
  );
}

/** An error made with a code, or the `super` call with which an error class gives its own code. */
function codedError(
  node: ts.Node,
  checker: ts.TypeChecker,
): { readonly type: string; readonly args: readonly ts.Expression[] } | undefined {
  if (ts.isNewExpression(node)) {
    const symbol = checker.getTypeAtLocation(node).getSymbol();
    if (symbol === undefined || !isCoded(symbol, checker)) return undefined;
    // A class with its own constructor has its own code, in its `super` call.
    const hasOwn = symbol.name !== BASE && constructorOf(symbol) !== undefined;
    return hasOwn ? undefined : { type: symbol.name, args: node.arguments ?? [] };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword) {
    const parent = ts.findAncestor(node, ts.isClassLike);
    const symbol = parent?.name && checker.getSymbolAtLocation(parent.name);
    if (symbol === undefined || !isCoded(symbol, checker) || symbol.name === BASE) return undefined;
    return { type: symbol.name, args: node.arguments };
  }
  return undefined;
}

function isCoded(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  if (symbol.name === BASE) return true;
  const bases = checker.getDeclaredTypeOfSymbol(symbol).getBaseTypes() ?? [];
  return bases.some((base) => base.symbol !== undefined && isCoded(base.symbol, checker));
}

function constructorOf(symbol: ts.Symbol): ts.ConstructorDeclaration | undefined {
  return symbol.declarations
    ?.filter(ts.isClassLike)
    .flatMap(({ members }) => members)
    .find(ts.isConstructorDeclaration);
}

/** The calls of a name, wherever they are. */
type Calls = ReadonlyMap<string, readonly ts.CallExpression[]>;

function callsIn(files: readonly ts.SourceFile[]): Calls {
  const calls = new Map<string, ts.CallExpression[]>();
  for (const file of files) {
    visit(file, (node) => {
      if (!ts.isCallExpression(node)) return;
      const { expression } = node;
      const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
      if (!ts.isIdentifier(name) && !ts.isPrivateIdentifier(name)) return;
      calls.set(name.text, [...(calls.get(name.text) ?? []), node]);
    });
  }
  return calls;
}

/** The calls of a function. */
function callsOf(
  declared: ts.SignatureDeclaration,
  calls: Calls,
  checker: ts.TypeChecker,
): readonly ts.CallExpression[] {
  const name = declared.name?.getText() ?? nameOfVariable(declared);
  const candidates = name === undefined ? [] : (calls.get(name) ?? []);
  return candidates.filter((call) => checker.getResolvedSignature(call)?.declaration === declared);
}

/** The name by which an arrow function is called. */
function nameOfVariable({ parent }: ts.Node): string | undefined {
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)
    ? parent.name.text
    : undefined;
}

/**
 * What the parameters within a code and its message stand for, for each call that leads to them. A code is
 * followed to the place where it is written, and a message to the calls beside it.
 */
function waysIn(
  node: ts.Node,
  [code, message]: readonly [ts.Expression, ts.Expression?],
  calls: Calls,
  checker: ts.TypeChecker,
  behind: readonly ts.Node[] = [],
): readonly Bindings[] {
  // The nearest function with a name.
  const around = ts.findAncestor(
    node,
    (each): each is ts.SignatureDeclaration =>
      ts.isFunctionLike(each) && (each.name ?? nameOfVariable(each)) !== undefined,
  );
  if (around === undefined) return [NOTHING];
  if (behind.includes(around)) return []; // A function that calls itself adds nothing.
  const names = around.parameters.map(({ name }) => checker.getSymbolAtLocation(name));
  const codeAt = names.findIndex((name) => holds(code, name, checker));
  const isInMessage = names.some((name) => message && holds(message, name, checker));
  if (codeAt < 0 && !isInMessage) return [NOTHING];
  const leading = callsOf(around, calls, checker);
  if (leading.length === 0) return [NOTHING]; // Only users call it.
  return leading.flatMap((call) => {
    const handedOn = call.arguments[codeAt];
    const outer = handedOn
      ? waysIn(call, [handedOn], calls, checker, [...behind, around])
      : [NOTHING];
    return outer.map(
      (bindings) =>
        new Map(
          names.flatMap((name, i) => {
            const expression = call.arguments[i];
            return name && expression ? [[name, { expression, bindings }] as const] : [];
          }),
        ),
    );
  });
}

/** Whether an expression has a parameter in it. */
function holds(
  expression: ts.Expression,
  name: ts.Symbol | undefined,
  checker: ts.TypeChecker,
): boolean {
  let isHeld = false;
  visit(expression, (node) => {
    isHeld ||=
      name !== undefined && ts.isIdentifier(node) && checker.getSymbolAtLocation(node) === name;
  });
  return isHeld;
}

/** Every text that a code can be; null stands for an unknown text. */
function textsOf(
  expression: ts.Expression,
  bindings: Bindings,
  checker: ts.TypeChecker,
): readonly (string | null)[] {
  const inner = (each: ts.Expression, by = bindings) => textsOf(each, by, checker);
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isConditionalExpression(expression)) {
    return [...inner(expression.whenTrue), ...inner(expression.whenFalse)];
  }
  if (ts.isTemplateExpression(expression)) {
    const starts: readonly (string | null)[] = [expression.head.text];
    return expression.templateSpans.reduce(
      (before, span) =>
        before.flatMap((start) =>
          inner(span.expression).map((middle) =>
            start === null || middle === null ? null : `${start}${middle}${span.literal.text}`,
          ),
        ),
      starts,
    );
  }
  if (ts.isIdentifier(expression)) {
    const symbol = checker.getSymbolAtLocation(expression);
    const bound = symbol && bindings.get(symbol);
    if (bound) return inner(bound.expression, bound.bindings);
    const made = symbol && initializerOf(symbol);
    if (made) return inner(made);
  }
  const type = checker.getTypeAtLocation(expression);
  const types = type.isUnion() ? type.types : [type];
  return types.map((each) => (each.isStringLiteral() ? each.value : null));
}

/** A message, with `<name>` for the parts that vary. */
function shapeOf(expression: ts.Expression, bindings: Bindings, checker: ts.TypeChecker): string {
  if (ts.isStringLiteralLike(expression)) return expression.text;
  if (ts.isTemplateExpression(expression)) {
    const spans = expression.templateSpans.map(
      (span) => `${shapeOf(span.expression, bindings, checker)}${span.literal.text}`,
    );
    return `${expression.head.text}${spans.join("")}`;
  }
  const symbol = ts.isIdentifier(expression) && checker.getSymbolAtLocation(expression);
  const bound = symbol && bindings.get(symbol)?.expression;
  const isText = bound && (ts.isStringLiteralLike(bound) || ts.isTemplateExpression(bound));
  return isText ? shapeOf(bound, NOTHING, checker) : nameOf(expression);
}

function initializerOf({ valueDeclaration }: ts.Symbol): ts.Expression | undefined {
  if (valueDeclaration === undefined || !ts.isVariableDeclaration(valueDeclaration))
    return undefined;
  return ts.isIdentifier(valueDeclaration.name) ? valueDeclaration.initializer : undefined;
}

/** A name for a part of a message that varies: the last name in the expression. */
function nameOf(expression: ts.Expression): string {
  const names = expression.getText().match(/[A-Za-z]\w*/g) ?? ["value"];
  return `<${names.at(-1)}>`;
}

function visit(node: ts.Node, each: (node: ts.Node) => void): void {
  each(node);
  ts.forEachChild(node, (child) => visit(child, each));
}

function place(node: ts.Node): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return `${relative(ROOT, file.fileName)}:${line + 1}`;
}
