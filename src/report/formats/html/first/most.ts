/** The most remarks on the first page; the rest are below. */
export const MOST_REMARKS = 4;

/** The most severities in a table of the first page; JSON and the spreadsheet have all. */
export const MOST_SEVERITIES = 12;

/** The most promised shares in a table of the first page; a table below has all. */
export const MOST_PROMISED = 8;
