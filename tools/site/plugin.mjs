/** TypeDoc calls the pages of `docs` by their headings, and groups them by what people do. */
import { readFileSync } from "node:fs";
import { Converter } from "typedoc";

/** @type {Record<string, string[]>} */
const groups = JSON.parse(readFileSync(new URL("./groups.json", import.meta.url), "utf8"));

/** @param {import("typedoc").Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, document) => {
    const group = Object.keys(groups).find((name) => groups[name]?.includes(document.name));
    if (group === undefined) {
      app.logger.error(`tools/site/groups.json has no group for docs/${document.name}.md`);
      return;
    }
    document.frontmatter["category"] = group;
    const [, title] = /^# (.+)$/m.exec(document.content[0]?.text ?? "") ?? [];
    if (title === undefined) app.logger.error(`docs/${document.name}.md has no heading`);
    else document.name = title;
  });
}
