import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { sha256, sha256Base64, sha256Hex } from "../../src/words/sha256";

// FIPS 180-2, appendix B.
it.each([
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  [
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  ],
])("the sum of %j is that of the standard", (text, hex) => {
  expect(sha256Hex(text)).toBe(hex);
});

it("is that of OpenSSL for any bytes, about the ends of its blocks too", () => {
  const openSsl = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  const ours = (bytes: Uint8Array) => Buffer.from(sha256(bytes)).toString("hex");
  for (let n = 50; n < 70; n += 1) expect(ours(new Uint8Array(n))).toBe(openSsl(new Uint8Array(n)));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(ours(bytes)).toBe(openSsl(bytes));
    }),
    { numRuns: 50 },
  );
});

it("in Base64 is what a Content Security Policy takes", () => {
  const text = "é";
  expect(sha256Base64(text)).toBe(createHash("sha256").update(text, "utf8").digest("base64"));
});
