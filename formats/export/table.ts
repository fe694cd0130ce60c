import { stringify } from 'csv-stringify/sync';

/** How every table of ours is written: RFC 4180, and no field that a spreadsheet would take for a formula. */
export const csvOptions = {
  record_delimiter: 'windows',
  escape_formulas: true,
  // the library quotes a field for CRLF, not for one of the two alone
  quoted_match: /[\r\n]/,
} as const;

/** A table as CSV (RFC 4180) under its header. A field that a spreadsheet would take for a formula begins with an apostrophe. */
export const tableAsCsv = ({ columns, rows }: { columns: string[]; rows: (string | number)[][] }): string =>
  rowsAsCsv([columns, ...rows]);

/** Some rows of such a table, to be sent one part after another. */
export const rowsAsCsv = (rows: (string | number)[][]): string => stringify(rows, csvOptions);
