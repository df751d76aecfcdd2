/** An element of a picture. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

const NAME = "[A-Za-z][\\w:-]*";
const TAG = new RegExp(`^<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>`);
const ATTRIBUTE = new RegExp(`(${NAME})="([^"]*)"`, "g");
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/**
 * Reads XML as strictly as a picture needs: every tag closed, every attribute quoted and given once,
 * no entity but XML's own, no character that XML does not have.
 *
 * @throws {Error} where it is not well-formed
 */
export function parseXml(text: string): Element {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
  const bad = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}|\]\]>/u.exec(text);
  if (bad) throw new Error(`XML has no ${JSON.stringify(bad[0])}, at ${bad.index}`);
  const root = { name: "", attributes: {}, children: [] as (Element | string)[] };
  const open = [root];
  let rest = text.trim();
  while (rest !== "") {
    const here = open.at(-1) ?? root;
    const until = rest.indexOf("<");
    if (until !== 0) {
      here.children.push(unescaped(until < 0 ? rest : rest.slice(0, until)));
      rest = until < 0 ? "" : rest.slice(until);
      continue;
    }
    const tag = TAG.exec(rest);
    if (!tag) throw new Error(`no tag: ${rest.slice(0, 80)}`);
    const [whole, isEnd, name = "", attributes = "", isEmpty] = tag;
    rest = rest.slice(whole.length);
    if (isEnd) {
      if (open.length === 1 || here.name !== name)
        throw new Error(`</${name}> ends <${here.name}>`);
      open.pop();
    } else {
      const element = { name, attributes: attributesOf(attributes), children: [] };
      here.children.push(element);
      if (!isEmpty) open.push(element);
    }
  }
  const [element] = root.children;
  if (open.length > 1 || root.children.length !== 1 || typeof element !== "object") {
    throw new Error(`it is not one element: <${open.at(-1)?.name}>`);
  }
  return element;
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", value = ""] of text.matchAll(ATTRIBUTE)) {
    if (name in attributes) throw new Error(`${name} is given twice`);
    attributes[name] = unescaped(value);
  }
  return attributes;
}

function unescaped(text: string): string {
  return text.replace(/&(#\d+|\w*);?/g, (entity, name: string) => {
    const character = entity.endsWith(";") ? ENTITIES[name] : undefined;
    if (character === undefined) throw new Error(`no entity of XML: ${entity}`);
    return character;
  });
}

/** All elements in a tree, itself included. */
export function elementsOf(element: Element): Element[] {
  const inner = element.children.filter((child) => typeof child === "object");
  return [element, ...inner.flatMap(elementsOf)];
}

/** The text in a tree. */
export function textOf(element: Element): string {
  return element.children
    .map((child) => (typeof child === "string" ? child : textOf(child)))
    .join("");
}

/** The elements that have a class. */
export function withClass(root: Element, name: string): Element[] {
  return elementsOf(root).filter(({ attributes }) =>
    (attributes["class"] ?? "").split(" ").includes(name),
  );
}
