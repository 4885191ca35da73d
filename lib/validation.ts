import type { z } from 'zod';
import { AppError, type FieldIssue, type IssueValues } from './errors';

type Issue = z.core.$ZodIssue | z.core.$ZodRawIssue;

/** Zod's built-in checks, each as the key of a text in `common.issues`. */
function builtIn(issue: Issue): { key: string; values: IssueValues } {
  switch (issue.code) {
    case 'too_big':
      return { key: issue.origin === 'string' ? 'tooLong' : 'tooBig', values: { max: Number(issue.maximum) } };
    case 'too_small':
      if (issue.origin !== 'string') return { key: 'tooSmall', values: { min: Number(issue.minimum) } };
      return Number(issue.minimum) === 1
        ? { key: 'required', values: {} }
        : { key: 'tooShort', values: { min: Number(issue.minimum) } };
    case 'invalid_format':
      return { key: issue.format === 'email' ? 'email' : 'format', values: {} };
    case 'invalid_type':
      return { key: issue.input === undefined ? 'required' : 'type', values: {} };
    default:
      return { key: 'invalid', values: {} };
  }
}

function isValues(value: unknown): value is IssueValues {
  return typeof value === 'object' && value !== null;
}

/** A zod issue as the key and values of its text. Our own rules carry both in `params`; see lib/wechat/parameters.ts. */
export function issueText(issue: Issue): { key: string; values: IssueValues } {
  if (issue.code === 'custom' && typeof issue.params?.key === 'string') {
    const { key, values } = issue.params;
    return { key, values: isValues(values) ? values : {} };
  }
  return builtIn(issue);
}

export function fieldIssues(error: z.ZodError): FieldIssue[] {
  return error.issues.map((issue) => ({ field: issue.path.join('.'), ...issueText(issue) }));
}

/**
 * Input from outside, checked by the schema that the form uses too.
 * @throws AppError INVALID_INPUT with one issue per field; nothing has been stored or called by then.
 */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new AppError('INVALID_INPUT', { issues: fieldIssues(result.error) });
}
