import 'server-only';
import type { Sight } from '@/lib/auth/actor';
import type { Prisma } from '@/lib/db/generated/client';
import { sql, type Sql } from '@/lib/db/sql';
import { isOneApp } from './all-apps';
import { seenRows } from './sight';

/** No Mini Program has it: what is narrowed to something that is not seen is found no more than what is not there. */
const NOBODY = '';

/** Which Mini Programs are left; null for every one. */
function leftOf(sees: Sight, app: string | null): readonly string[] | null {
  if (app !== null) return [sees === 'all' || sees.includes(app) ? app : NOBODY];
  if (sees === 'all') return null;
  return sees.length > 0 ? sees : [NOBODY];
}

function inSql(left: readonly string[] | null): { conditions: Sql[]; one: Sql[] } {
  if (left === null) return { conditions: [], one: [] };
  const [only, ...more] = left;
  if (more.length > 0) return { conditions: [sql`"miniProgramId" = ANY(${[...left]}::text[])`], one: [] };
  const one = [sql`"miniProgramId" = ${only}`];
  return { conditions: one, one };
}

/** What a list that is narrowed to one Mini Program holds, and what it leaves out. */
function elsewhereThan(
  seeing: { sees: Sight },
  app: string,
): {
  exports: Prisma.ExportWhereInput;
  elsewhere: Prisma.BatchWhereInput;
  exportsElsewhere: Prisma.ExportWhereInput;
} {
  // An export that names no Mini Program may hold codes of any.
  const exports = { OR: [{ appIds: { has: app } }, { appIds: { isEmpty: true } }] };
  const elsewhere = { miniProgramId: { not: app }, AND: seenRows(seeing) };
  return { exports, elsewhere, exportsElsewhere: { NOT: exports } };
}

const NOWHERE = { exports: {}, elsewhere: null, exportsElsewhere: null };

/**
 * The rows of one Mini Program, or of all that somebody sees: the one place where lists, counts and sums are narrowed. What
 * the database is asked in SQL takes `conditions` (`one` of them where one Mini Program is left), what Prisma asks takes `where`.
 * @param app an id; ALL_APPS, or '' where an address says nothing, for every Mini Program
 */
export function narrowedTo(seeing: { sees: Sight }, app: string) {
  const isOne = isOneApp(app);
  const left = leftOf(seeing.sees, isOne ? app : null);
  const where = left === null ? {} : { miniProgramId: { in: [...left] } };
  return { ...inSql(left), where, ...(isOne ? elsewhereThan(seeing, app) : NOWHERE) };
}
