/** What can be wrong with parameters that somebody declares; each has a text under `appPages.declareIssues`. */
export const DECLARE_ISSUE_KEYS = [
  'choiceCharacters',
  'choiceOrder',
  'choiceTwice',
  'choices',
  'compactUnfit',
  'fixed',
  'name',
  'printed',
  'reserved',
  'short',
  'shortMissing',
  'taken',
  'tooMany',
  'tooManyPages',
] as const;
export type DeclareIssueKey = (typeof DECLARE_ISSUE_KEYS)[number];
