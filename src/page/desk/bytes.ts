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
    gunzip,
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

/** Unpacks gzip with the browser's own decompressor. */
async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  const packed = new ReadableStream<BufferSource>({
    async pull(controller) {
      const next = await source.next();
      if (next.done) controller.close();
      // The readers of a Blob give plain arrays of bytes.
      else controller.enqueue(next.value as Uint8Array<ArrayBuffer>);
    },
  });
  try {
    yield* piecesOf(packed.pipeThrough(new DecompressionStream("gzip")));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(
      `it cannot be unpacked as gzip: ${reason}; if it was packed in parts, unpack it first`,
    );
  }
}
