/** As many bytes as it takes to tell gzip, UTF-16 and other text apart. */
const TELLING = 2;

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
    start = Buffer.concat([start, chunk]);
    isTold = start.length >= TELLING;
    if (isTold) yield start;
  }
  if (!isTold && start.length > 0) yield start;
}
