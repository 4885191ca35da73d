/** What can be wrong with a table, a plan or a row beside WeChat's own rules; each has a text under `batchIssues`. */
export const BATCH_ISSUE_KEYS = [
  // A file or pasted rows that cannot be read.
  'fileTooBig',
  'fileType',
  'fileEmpty',
  'fileOldExcel',
  'fileLocked',
  'fileBroken',
  'fileUnpacked',
  'sheetMissing',
  'sheetsEmpty',
  'quoteOpen',
  'quoteInside',
  'tooManyRows',
  'noRows',
  'tooManyColumns',
  'cellTooLong',
  // A number series.
  'seriesTooLong',
  'seriesName',
  // A plan.
  'fieldMissing',
  'columnMissing',
  'templateBrace',
  'templateColumn',
  'encodingUnfit',
  // A row.
  'emptyCell',
  'cellError',
  'sceneTextTooLong',
  'numberUnclear',
  'colorUnclear',
  'switchUnclear',
  'versionUnclear',
  'pageLink',
  'pageSuffix',
  'duplicate',
] as const;
export type BatchIssueKey = (typeof BATCH_ISSUE_KEYS)[number];
