/** The bytes of a file, and how many there are if that is known. */
export interface ByteSource {
  /** What messages call it. */
  readonly name: string;
  readonly size: number | null;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Unpacks gzip, members of one file after the other; Node.js and browsers each have their own. */
  readonly gunzip: (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
  /** Closes the file, even if only part of it has been read. */
  readonly close: () => void;
}

/** The same bytes, with a call for each piece that passes. */
export async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}

/** The same bytes, unpacked if they are gzip. Their first bytes tell, not the file's name. */
export async function* unpacked(
  chunks: AsyncIterable<Uint8Array>,
  gunzip: ByteSource["gunzip"],
): AsyncGenerator<Uint8Array> {
  const source = wholeStart(chunks);
  const first = await source.next();
  if (first.done) return;
  const all = startingWith(first.value, source);
  const isGzip = first.value[0] === 0x1f && first.value[1] === 0x8b;
  yield* isGzip ? gunzip(all) : all;
}

async function* startingWith(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** Enough bytes to tell kinds of files apart. */
const TELLING = 8;

/** The same bytes, the first piece of which has enough of them to tell what they are. */
export async function* wholeStart(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  let start: Uint8Array = new Uint8Array();
  let isTold = false;
  for await (const chunk of chunks) {
    if (isTold) {
      yield chunk;
      continue;
    }
    start = joined(start, chunk);
    isTold = start.length >= TELLING;
    if (isTold) yield start;
  }
  if (!isTold && start.length > 0) yield start;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
