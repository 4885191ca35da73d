import type { FieldIssue } from '@/lib/errors';
import type { RowField } from '@/lib/batches/plan/plan';
import type { RowMend } from './resolve-row';

/** The code that a row asks for, by its fingerprint; null for a row of which none can be made. */
export type Wish = {
  line: number;
  name: string;
  issues: FieldIssue[];
  mends: RowMend[];
  /** Whether the plan mends values of it. */
  isMended: boolean;
  /** As the row is now; also where only its name is at fault. */
  wanted: string | null;
  /** Once all is mended that a press mends; null where the plan does so already. */
  cured: string | null;
};

/**
 * The row that a row repeats, as it is now or once it would be cured. `byMend`: in the table it says something else, and is
 * the same only when it is mended.
 */
type Repeated = { as: 'wanted' | 'cured'; line: number; name: string; byMend: boolean };

export type Repeats = Map<Wish, Repeated>;

const writtenIn = ({ mends }: Wish) => JSON.stringify(mends.map(({ field, before }) => [field, before]));

/** What is right as it is written, then what is mended, then what has another mistake. */
const rankOf = ({ issues, isMended }: Wish) => (issues.length > 0 ? 2 : isMended ? 1 : 0);

/**
 * Which rows repeat another one. What was written rightly goes before what is mended to the same, wherever it stands in the
 * table: a mistyped number must not push out the table that has this number.
 */
export function findRepeats(wishes: Wish[]): Repeats {
  const first = new Map<string, { wish: Wish; written: string }>();
  const repeats: Repeats = new Map();
  const claim = (wish: Wish, as: Repeated['as']) => {
    const print = wish[as];
    if (print === null) return;
    const written = writtenIn(wish);
    const other = first.get(print);
    if (!other) first.set(print, { wish, written });
    if (!other || other.wish === wish) return;
    const byMend = (as === 'cured' || wish.isMended) && other.written !== written;
    const { line, name } = other.wish;
    repeats.set(wish, { as, line, name, byMend });
  };
  for (const rank of [0, 1, 2]) for (const wish of wishes) if (rankOf(wish) === rank) claim(wish, 'wanted');
  for (const wish of wishes) if (!repeats.has(wish)) claim(wish, 'cured');
  return repeats;
}

/** Why a row is left out that repeats another one. */
export function repeatIssue(wish: Wish, { line, name, byMend }: Repeated, required: RowField): FieldIssue {
  const { mends } = wish;
  const mended = byMend ? (mends.find(({ field }) => field === required) ?? mends[0]) : undefined;
  // The tables of another shop, usually: a scan could not tell them apart.
  if (!mended && name !== wish.name)
    return { field: required, key: 'batchIssues.duplicateNamed', values: { line, name } };
  if (!mended) return { field: required, key: 'batchIssues.duplicate', values: { line } };
  const { field, after } = mended;
  return { field, key: 'batchIssues.mendRepeats', values: { after, line } };
}
