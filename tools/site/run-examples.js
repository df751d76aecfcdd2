/** Lets a reader change and run the examples on these pages. Everything stays in the browser. */
(() => {
  const EXAMPLES = "pre > code.ts, pre > code.typescript";
  const base = document.documentElement.dataset.base ?? "./";
  let loading;

  /** The library, fetched when it is first asked for. */
  function modules() {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${base}assets/core-hours.js`;
      script.onload = () => resolve(globalThis.coreHoursModules);
      script.onerror = () => reject(new Error("the library could not be loaded"));
      document.head.append(script);
    });
    return loading;
  }

  /** The statements of some code, each up to its semicolon at the outermost level. */
  function statementsOf(code) {
    const statements = [];
    let depth = 0;
    let from = 0;
    const tokens = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[()[\]{};]/g;
    for (const { 0: token, index } of code.matchAll(tokens)) {
      if ("([{".includes(token)) depth++;
      else if (")]}".includes(token)) depth--;
      else if (token === ";" && depth === 0) {
        statements.push(code.slice(from, index));
        from = index + 1;
      }
    }
    return statements;
  }

  const COMMENTS = /^(?:\s*\/\/[^\n]*\n?|\s*\/\*[\s\S]*?\*\/)*\s*/;
  const IMPORT = /^import\s+(\{[\s\S]*?\}|\* as \w+)\s+from\s+"([^"]+)"$/;
  const DECLARES = /^(?:const|let|function|class|if|for|throw|type|interface|export|declare)\b/;

  /** A program that shows what each expression of the code comes to. */
  function programOf(code) {
    const lines = statementsOf(code).map((each) => {
      const statement = each.replace(COMMENTS, "");
      const [, names, from] = IMPORT.exec(statement) ?? [];
      if (names !== undefined) {
        const taken = names.replace("* as ", "").replaceAll(" as ", ": ");
        return `const ${taken} = modules[${JSON.stringify(from)}];`;
      }
      if (statement === "" || DECLARES.test(statement)) return `${statement};`;
      return `shows(${JSON.stringify(statement)}, ${statement});`;
    });
    return new Function("modules", "shows", `"use strict";\n${lines.join("\n")}`);
  }

  function textOf(value) {
    if (typeof value === "string") return value;
    if (typeof value?.toISO === "function") return value.toISO();
    return JSON.stringify(value, null, 2) ?? String(value);
  }

  function isRunnable(code) {
    const sources = [...code.matchAll(/from "([^"]+)"/g)].map(([, from]) => from);
    if (sources.length === 0 || !sources.every((from) => /^core-hours(?!\/testing)/.test(from))) {
      return false;
    }
    try {
      programOf(code);
      return true;
    } catch {
      return false; // It has types, which a browser does not read.
    }
  }

  function addRun(block) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Run";
    const output = document.createElement("output");
    output.className = "example-output";
    output.hidden = true;
    block.contentEditable = "plaintext-only";
    block.spellcheck = false;
    block.setAttribute("aria-label", "example; you can change it");
    button.addEventListener("click", async () => {
      const lines = [];
      try {
        const library = await modules();
        const shows = (expression, value) => lines.push(`${expression}\n→ ${textOf(value)}`);
        programOf(block.innerText)(library, shows);
      } catch (error) {
        lines.push(`${error.name}: ${error.message}`);
      }
      output.textContent = lines.join("\n\n");
      output.hidden = false;
    });
    block.parentElement.after(button, output);
  }

  addEventListener("DOMContentLoaded", () => {
    for (const block of document.querySelectorAll(EXAMPLES)) {
      if (isRunnable(block.innerText)) addRun(block);
    }
  });
})();
