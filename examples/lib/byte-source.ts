import { open } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { InputError } from "./input-error";
import { wholeStart } from "./whole-start";

/** The bytes of a file, and how many there are where that is known. */
export interface ByteSource {
  /** What messages call it. */
  readonly name: string;
  readonly size: number | null;
  /** To be destroyed by whoever does not read it to its end. */
  readonly chunks: Readable;
}

/**
 * Opens a file, or standard input where the path is `-`.
 *
 * @throws {InputError} where it is not there, is a directory or may not be read
 */
export async function openBytes(path: string, stdin: Readable): Promise<ByteSource> {
  if (path === "-") return { name: "<stdin>", size: null, chunks: stdin };
  try {
    const file = await open(path);
    const stats = await file.stat();
    if (stats.isDirectory()) {
      await file.close();
      throw new InputError(`${path}: it is a directory, not a file`);
    }
    return {
      name: path,
      size: stats.isFile() ? stats.size : null,
      chunks: file.createReadStream(),
    };
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(`${path}: ${whyNotOpened(error)}`);
  }
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

/** The same bytes, unpacked where they are gzip: told by how they start, not by the file's name. */
export async function* unpacked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = wholeStart(chunks);
  const first = await source.next();
  if (first.done) return;
  const all = startingWith(first.value, source);
  const isGzip = first.value[0] === 0x1f && first.value[1] === 0x8b;
  // A failure on either side destroys the unpacker, and surfaces where it is read.
  yield* isGzip ? pipeline(Readable.from(all), createGunzip(), () => {}) : all;
}

async function* startingWith(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

function whyNotOpened(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EACCES" || code === "EPERM") return "it may not be read";
  return error instanceof Error ? error.message : String(error);
}
