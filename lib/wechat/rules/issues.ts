import type { z } from 'zod';

/** Every rule that parameters can break; each has a sentence under `wechat.issues`. */
export const ISSUE_KEYS = [
  'endpointUnknown',
  'pathRequired',
  'pathTooLong',
  'pathCharacters',
  'pathReserved',
  'sceneRequired',
  'sceneTooLong',
  'sceneCharacters',
  'pageInvalid',
  'pageTooLong',
  'pageLeadingSlash',
  'pageQuery',
  'pageFragment',
  'pageCharacters',
  'pageReserved',
  'widthInteger',
  'widthRange',
  'colorInvalid',
  'colorRange',
  'switchInvalid',
  'envVersion',
] as const;

export type IssueKey = (typeof ISSUE_KEYS)[number];
export type IssueValues = Record<string, string | number>;
export type DescribedIssue = { path: (string | number)[]; key: IssueKey; values: IssueValues };

type Check<T> = z.core.ParsePayload<T>;

/** Adds a translatable issue: `params` carries key and values, `message` repeats the key for form libraries. */
export function report<T>(ctx: Check<T>, key: IssueKey, values: IssueValues = {}): void {
  ctx.issues.push({ code: 'custom', input: ctx.value, message: key, params: { key, values } });
}

/**
 * Reads what any issue of the parameter schema says, so that a caller can translate it with
 * `t('issues.' + key, values)`. Issues of other schemas come back as null.
 */
export function describeIssue(issue: z.core.$ZodIssue): DescribedIssue | null {
  const key = ISSUE_KEYS.find((known) => known === issue.message);
  if (!key) return null;
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  return { path, key, values: issue.code === 'custom' ? readValues(issue.params) : {} };
}

function readValues(params: Record<string, unknown> | undefined): IssueValues {
  const values = params?.values;
  if (typeof values !== 'object' || values === null) return {};
  const pairs = Object.entries(values).filter(
    (pair): pair is [string, string | number] => typeof pair[1] === 'string' || typeof pair[1] === 'number',
  );
  return Object.fromEntries(pairs);
}
