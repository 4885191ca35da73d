import type { z } from 'zod';
import { BATCH_ISSUE_KEYS } from '@/lib/batches/issues';
import { UNKNOWN_ID } from '@/lib/input/text';
import { describeIssue } from '@/lib/wechat/rules/issues';
import {
  AppError,
  COMMON_ISSUE_KEYS,
  type CommonIssueKey,
  type FieldIssue,
  type IssueValues,
} from './errors';

type CommonText = { key: CommonIssueKey; values: IssueValues };

function tooSmall(issue: z.core.$ZodIssueTooSmall): CommonText {
  const min = Number(issue.minimum);
  if (issue.origin !== 'string') return { key: 'tooSmall', values: { min } };
  return min === 1 ? { key: 'required', values: {} } : { key: 'tooShort', values: { min } };
}

/** Zod's built-in checks, each as the key of a text in `errors.issues`. */
function builtIn(issue: z.core.$ZodIssue): CommonText {
  if (issue.code === 'too_small') return tooSmall(issue);
  if (issue.code === 'too_big') {
    const key = issue.origin === 'string' ? 'tooLong' : 'tooBig';
    return { key, values: { max: Number(issue.maximum) } };
  }
  return { key: keyWithoutLimit(issue), values: {} };
}

function keyWithoutLimit(issue: z.core.$ZodIssue): CommonIssueKey {
  switch (issue.code) {
    case 'invalid_format':
      return issue.format === 'email' ? 'email' : 'format';
    case 'invalid_type':
      // An empty number box is null.
      return issue.input === undefined || issue.input === null ? 'required' : 'type';
    case 'custom':
      return COMMON_ISSUE_KEYS.find((key) => key === issue.params?.key) ?? 'invalid';
    default:
      return 'invalid';
  }
}

/** An issue as the key of its text and the values that the text mentions; WeChat's own rules have texts of their own. */
function issueText(issue: z.core.$ZodIssue): Omit<FieldIssue, 'field'> {
  const batchKey = issue.code === 'custom' && BATCH_ISSUE_KEYS.find((key) => key === issue.params?.key);
  if (batchKey) return { key: `batchIssues.${batchKey}`, values: {} };
  const described = describeIssue(issue);
  if (described) return { key: `wechat.issues.${described.key}`, values: described.values };
  const { key, values } = builtIn(issue);
  return { key: `errors.issues.${key}`, values };
}

/** Each field that nobody asked for, by its name. */
const unknownKeys = ({ path, keys }: z.core.$ZodIssueUnrecognizedKeys): FieldIssue[] =>
  keys.map((key) => ({ field: [...path, key].join('.'), key: 'errors.issues.unknownKey', values: {} }));

/** Every issue of a failed parse; the same list feeds the form in the browser and the refusal of the server. */
export function fieldIssues(error: z.ZodError): FieldIssue[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return unknownKeys(issue);
    return [{ field: issue.path.join('.'), ...issueText(issue) }];
  });
}

function namesUnknownId(error: z.ZodError): boolean {
  return error.issues.some((issue) => issue.code === 'custom' && issue.params?.key === UNKNOWN_ID);
}

/**
 * Input from outside, checked by the schema that the form uses too.
 * @throws AppError INVALID_INPUT with one issue per field, NOT_FOUND for what cannot be an id; nothing has been stored or
 * called by then.
 */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  if (namesUnknownId(result.error)) throw new AppError('NOT_FOUND');
  throw new AppError('INVALID_INPUT', { issues: fieldIssues(result.error) });
}
