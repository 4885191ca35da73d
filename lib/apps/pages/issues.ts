/** What can be wrong with an app.json; each has a text under `appPages.issues`. */
export const APP_JSON_ISSUE_KEYS = [
  'comment',
  'empty',
  'noPages',
  'notObject',
  'pageObject',
  'pageText',
  'pageTooLong',
  'subpackage',
  'syntax',
  'tooLarge',
  'tooManyPages',
] as const;
export type AppJsonIssueKey = (typeof APP_JSON_ISSUE_KEYS)[number];
