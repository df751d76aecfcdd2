/** What Node.js and browsers both have of the web, and the pure rooms may use. */
declare class TextDecoder {
  constructor(
    encoding?: string,
    options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
  );
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}
