/** What can be wrong with the options of an export; each has a text under `exports.issues`. */
export const EXPORT_ISSUE_KEYS = [
  'braceOpen',
  'tokenUnknown',
  'columnUnknown',
  'folderEmpty',
  'foldersTooMany',
  'printTooLarge',
  'pieceTooLarge',
  'startTooHigh',
  'tooManyPictures',
  'codeTooSmall',
  'fillNeedsSheet',
  'ownRange',
  'ownTooWide',
  'ownTooHigh',
  'ownTooMany',
  'designSide',
  'designTooMany',
  'designNoCode',
  'codeOutside',
  'codeCovered',
] as const;
export type ExportIssueKey = (typeof EXPORT_ISSUE_KEYS)[number];
