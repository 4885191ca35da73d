import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import type { PublicError } from '@/lib/i18n/translate-error';

/**
 * Shows in a form what the server refused: at the fields, the first of which gets the focus; what belongs to no field
 * of the form becomes `errors.root`, whose type is the code.
 * @param fields the names that the form has
 */
export function applyServerError<Values extends FieldValues>(
  form: Pick<UseFormReturn<Values>, 'setError'>,
  fields: readonly Path<Values>[],
  error: PublicError,
): void {
  const known = fields.filter((field) => error.fields[field] !== undefined);
  known.forEach((field, index) =>
    form.setError(field, { type: 'server', message: error.fields[field] }, { shouldFocus: index === 0 }),
  );
  if (known.length === 0) form.setError('root', { type: error.code, message: error.message });
}
