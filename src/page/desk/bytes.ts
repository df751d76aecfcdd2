import { type ByteSource, counted } from "../../tickets/log/bytes";
import { InputError } from "../../tickets/log/problems";
import type { LogFile } from "../wire/file";

/** A dropped file, in the form that the readers of logs take. */
export function sourceOf(
  { name, bytes }: LogFile,
  onBytes: (count: number) => void = () => {},
): ByteSource {
  return {
    name,
    size: bytes.size,
    chunks: counted(piecesOf(bytes.stream()), onBytes),
    gunzip: (chunks) => gunzip(chunks, bytes),
    close: () => {},
  };
}

/** The pieces of a stream. The stream is released if its reader stops early. */
async function* piecesOf<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/**
 * Unpacks gzip with the browser's own decompressor, which knows a single member alone. A file of several is
 * unpacked member by member.
 */
async function* gunzip(chunks: AsyncIterable<Uint8Array>, file: Blob): AsyncGenerator<Uint8Array> {
  try {
    const starts = await memberStarts(file);
    yield* starts.length > 1 ? members(file, starts) : oneMember(chunks);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`it cannot be unpacked as gzip: ${reason}`);
  }
}

async function* oneMember(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  const packed = new ReadableStream<BufferSource>({
    async pull(controller) {
      const next = await source.next();
      if (next.done) controller.close();
      // The readers of a Blob give plain arrays of bytes.
      else controller.enqueue(next.value as Uint8Array<ArrayBuffer>);
    },
  });
  yield* piecesOf(packed.pipeThrough(new DecompressionStream("gzip")));
}

/** Every member of a file, one after the other. Bytes within a member that look like another's start are passed over. */
async function* members(file: Blob, starts: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (const end of [...starts.slice(1), file.size]) {
    const pieces: Uint8Array[] = [];
    try {
      const member = file.slice(from, end).stream().pipeThrough(new DecompressionStream("gzip"));
      for await (const piece of piecesOf(member)) pieces.push(piece);
    } catch (error) {
      if (end === file.size) throw error;
      continue;
    }
    yield* pieces;
    from = end;
  }
}

/** A file that is larger is taken for a single member: it is not looked through. */
const MOST_LOOKED_THROUGH = 1 << 29;

/** Where the members of a gzip file may begin: at bytes that could be the header of one (RFC 1952, 2.3.1). */
async function memberStarts(file: Blob): Promise<number[]> {
  if (file.size > MOST_LOOKED_THROUGH) return [0];
  const bytes = new Uint8Array(await file.arrayBuffer());
  const starts: number[] = [];
  for (let at = bytes.indexOf(0x1f); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    const [, magic, method, flags = 255, , , , , extra = 255, system = 254] = bytes.subarray(
      at,
      at + 10,
    );
    const isKnownSystem = system <= 13 || system === 255;
    if (
      magic === 0x8b &&
      method === 8 &&
      flags < 32 &&
      [0, 2, 4].includes(extra) &&
      isKnownSystem
    ) {
      starts.push(at);
    }
  }
  return starts;
}
