/** How large a web page or a Word document may be as it comes, in bytes; the text in it may be 2 MB. */
export const LARGEST_FILE = 10_000_000;

/** Bytes as they came: a file that was uploaded, or a page that was fetched. */
export type ForeignBytes = {
  bytes: Uint8Array;
  /** the media type that the sender declared */
  type?: string | null;
  /** the charset that the sender declared, where it is told apart from the type */
  charset?: string | null;
  /** the name of the file */
  name?: string | null;
  /** the address that it was fetched from: relative links start there */
  url?: string | null;
};

/** Content that was pasted; `doc` is the JSON of a document as a preview answers it. */
export type ForeignText = { format: 'text' | 'html' | 'markdown' | 'doc'; content: string; url?: string | null };

export type Foreign = ForeignBytes | ForeignText;
