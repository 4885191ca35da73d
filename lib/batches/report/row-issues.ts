import { z } from 'zod';
import type { FieldIssue } from '@/lib/errors';

const issue = z.custom<FieldIssue>((value) => typeof value === 'object' && value !== null && 'key' in value);

/** What the dry run stored of a row: `[{ field, key, values }]`. */
export function readIssues(stored: unknown): FieldIssue[] {
  return z.array(issue).catch([]).parse(stored);
}
