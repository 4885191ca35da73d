import type { FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';
import type { TranslateIssue } from '@/lib/i18n/issue-text';

type Late = [
  schema: z.ZodType,
  validation: typeof import('@/lib/validation'),
  words: typeof import('@/lib/i18n/issue-text'),
];

function refused(
  [schema, { fieldIssues }, { translateIssues }]: Late,
  values: unknown,
  t: TranslateIssue,
): Record<string, string> {
  const { error } = schema.safeParse(values, { reportInput: true });
  return error ? translateIssues(fieldIssues(error), t) : {};
}

/**
 * react-hook-form's resolver over the schema that the server uses too, with texts in the reader's language. The
 * resolver of @hookform/resolvers shows a schema's own messages, and ours have keys and values instead of messages.
 * The schema is fetched with the first check, and the words for what it refuses: a validator is a third of what a page may
 * load at first.
 * What the person typed is submitted as it stands: the server parses it, and so does the trimming. A schema that cannot be
 * fetched (the server is gone, or was updated since the page was opened) stops nobody: the server checks all the same, and
 * whether it can be reached, the call says.
 * @param place moves texts to where the form shows them, and may add some of its own
 */
export function translatedResolver<Values extends FieldValues>(
  loadSchema: () => Promise<z.ZodType>,
  t: TranslateIssue,
  place: (texts: Record<string, string>, values: Values) => Record<string, string> = (texts) => texts,
): Resolver<Values, unknown, Values> {
  return async (values, _context, options) => {
    const [late, nest] = await Promise.all([
      Promise.all([loadSchema(), import('@/lib/validation'), import('@/lib/i18n/issue-text')]).catch(
        () => null,
      ),
      import('@hookform/resolvers').catch(() => null),
    ]);
    const texts = place(late ? refused(late, values, t) : {}, values);
    if (!nest || Object.keys(texts).length === 0) return { values, errors: {} };
    const flat = Object.fromEntries(
      Object.entries(texts).map(([field, message]) => [field, { type: 'validate', message }]),
    );
    return { values: {}, errors: nest.toNestErrors(flat, options) };
  };
}
