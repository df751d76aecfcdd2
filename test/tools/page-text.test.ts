import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pageText } from "../../tools/page/page-text";

const parts = {
  script: 'document.body.append("</script>")',
  worker: "postMessage('é')",
  style: "p { color: red }\r\n",
  version: "1.2.3",
  notices: "MIT </script> licence",
};
const text = pageText(parts);

const sha = (content: string) =>
  `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
const between = (start: string, end: string) => text.split(start)[1]?.split(end)[0] ?? "";

describe("the page as one file", () => {
  it("allows only its own script and its own style, by their hashes", () => {
    const policy = between('http-equiv="Content-Security-Policy" content="', '"');
    expect(policy.split("; ")).toEqual([
      "default-src 'none'",
      `script-src ${sha(between("<script>", "</script>"))}`,
      `style-src ${sha(between("<style>", "</style>"))}`,
      "worker-src blob:",
      "img-src data: blob:",
      "form-action 'none'",
      "base-uri 'none'",
    ]);
  });

  it("holds its script whole, whatever is in it", () => {
    expect(between("<script>", "</script>")).toBe('document.body.append("<\\/script>")');
    expect(text.match(/<\/script>/g)).toHaveLength(3);
  });

  it("holds the program of its worker packed, and the licences as they are", () => {
    const packed = between('id="desk">', "<");
    expect(gunzipSync(Buffer.from(packed, "base64")).toString()).toBe(parts.worker);
    expect(between('id="notices">', "</script>")).toContain("MIT");
  });
});
