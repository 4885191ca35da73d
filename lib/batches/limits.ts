// Apart from the schemas, so that a screen that only names a limit does not load a validator.

export const TABLE_MAX_ROWS = 50_000;
export const TABLE_MAX_COLUMNS = 100;
export const CELL_MAX_CHARS = 4_096;

/** Of a file as it is dropped, in bytes. */
export const FILE_MAX_BYTES = 20 * 1024 * 1024;

/** Of what one call changes in a table; a larger paste comes in several. */
export const EDIT_MAX_CELLS = 10_000;
export const EDIT_MAX_CHARS = 100_000;
export const EDITS_MAX = 100;
/** Of all cells of a table that people edit; one that was read with more may still become shorter. */
export const TABLE_MAX_CHARS = 20_000_000;

export const BATCH_NAME_MAX_CHARS = 80;
export const PRESET_NAME_MAX_CHARS = 60;
export const TEMPLATE_MAX_CHARS = 1_000;

/** Number series that one sequence may combine, such as stores × tables. */
export const SERIES_MAX = 4;
export const SERIES_PAD_MAX = 12;
export const SERIES_TEXT_MAX_CHARS = 100;

/** A draft that nobody started is removed after this many days. */
export const DRAFT_MAX_DAYS = 7;
/** Removed at once. */
export const DELETE_MAX_DRAFTS = 500;

export const DELIMITERS = {
  comma: ',',
  tab: '\t',
  semicolon: ';',
  pipe: '|',
  wideComma: '，',
  listComma: '、',
  wideSemicolon: '；',
  widePipe: '｜',
  caret: '^',
  colon: ':',
  tilde: '~',
  hash: '#',
  spaces: ' ',
} as const;
export const DELIMITER_NAMES = [
  'comma',
  'tab',
  'semicolon',
  'pipe',
  'wideComma',
  'listComma',
  'wideSemicolon',
  'widePipe',
  'caret',
  'colon',
  'tilde',
  'hash',
  'spaces',
] as const;
export type DelimiterName = (typeof DELIMITER_NAMES)[number];

export const TEXT_ENCODINGS = [
  'utf-8',
  'gb18030',
  'big5',
  'utf-16le',
  'utf-16be',
  'shift_jis',
  'euc-kr',
  'windows-1252',
] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];
