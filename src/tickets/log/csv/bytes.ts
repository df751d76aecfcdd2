/** What means something between cells, as bytes. */
export const QUOTE = 0x22;
export const LF = 0x0a;
export const CR = 0x0d;
export const BLANK = 0x20;
export const TAB = 0x09;
