declare module 'html-encoding-sniffer' {
  type Options = { transportLayerEncodingLabel?: string; defaultEncoding?: string; xml?: boolean };
  /** The name of the encoding of an HTML document's bytes, by the WHATWG's rules. */
  export default function sniff(bytes: Uint8Array, options?: Options): string;
}
