type Plain = string | number | boolean | null;
/** A value as the record keeps it: short enough to be read. */
export type AuditValue = Plain | string[];
/** What a field was and what it became. */
export type AuditChanges = Record<string, { from: AuditValue; to: AuditValue }>;

const VALUE_MAX_CHARS = 500;

function short(value: AuditValue): AuditValue {
  if (typeof value !== 'string' || value.length <= VALUE_MAX_CHARS) return value;
  return `${value.slice(0, VALUE_MAX_CHARS)}…`;
}

/**
 * The fields of `after` that are not as they were; those that it leaves out stay. Give it no secret: what it is given can be read.
 * @returns undefined when nothing changed
 */
export function changesOf<After extends Record<string, AuditValue | undefined>>(
  before: Record<keyof After, AuditValue>,
  after: After,
): AuditChanges | undefined {
  const changes: AuditChanges = {};
  for (const field in after) {
    const [from, to] = [before[field], after[field]];
    if (to !== undefined && JSON.stringify(from) !== JSON.stringify(to))
      changes[field] = { from: short(from), to: short(to) };
  }
  return Object.keys(changes).length > 0 ? changes : undefined;
}
