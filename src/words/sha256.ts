/** The first 32 bits of the fractional parts of roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
const { K, START } = constants();

/** The SHA-256 of some bytes (FIPS 180-4), in every environment and without waiting for it. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const words = padded(bytes);
  const state = Int32Array.from(START);
  const w = new Int32Array(64);
  for (let at = 0; at < words.length; at += 16) {
    for (let i = 0; i < 64; i += 1) w[i] = i < 16 ? (words[at + i] ?? 0) : scheduled(w, i);
    addBlock(state, w);
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => {
    digest.setInt32(i * 4, word);
  });
  return new Uint8Array(digest.buffer);
}

/** The SHA-256 of a text in UTF-8, in hexadecimal digits. */
export function sha256Hex(text: string): string {
  const digest = sha256(new TextEncoder().encode(text));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The same in Base64, as a Content Security Policy writes it. */
export function sha256Base64(text: string): string {
  return btoa(String.fromCharCode(...sha256(new TextEncoder().encode(text))));
}

function padded(bytes: Uint8Array): Int32Array {
  const blocks = Math.ceil((bytes.length + 9) / 64);
  const whole = new DataView(new ArrayBuffer(blocks * 64));
  new Uint8Array(whole.buffer).set(bytes);
  whole.setUint8(bytes.length, 0x80);
  whole.setBigUint64(blocks * 64 - 8, BigInt(bytes.length) * 8n);
  return Int32Array.from({ length: blocks * 16 }, (_, i) => whole.getInt32(i * 4));
}

const turned = (x: number, by: number) => (x >>> by) | (x << (32 - by));

function scheduled(w: Int32Array, i: number): number {
  const [a, b] = [w[i - 15] ?? 0, w[i - 2] ?? 0];
  const s0 = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3);
  const s1 = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10);
  return ((w[i - 16] ?? 0) + s0 + (w[i - 7] ?? 0) + s1) | 0;
}

function addBlock(state: Int32Array, w: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i += 1) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[i] ?? 0) + (w[i] ?? 0)) | 0;
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = ((state[i] ?? 0) + word) | 0;
  });
}

function constants(): { readonly K: Int32Array; readonly START: Int32Array } {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((p) => n % p !== 0)) primes.push(n);
  const fraction = (root: number) => ((root - Math.floor(root)) * 2 ** 32) | 0;
  return {
    K: Int32Array.from(primes.map((p) => fraction(Math.cbrt(p)))),
    START: Int32Array.from(primes.slice(0, 8).map((p) => fraction(Math.sqrt(p)))),
  };
}
