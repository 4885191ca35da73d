import 'server-only';
import type { Prisma } from '@/lib/db/generated/client';
import { sql, type Sql } from '@/lib/db/sql';
import { ALL_APPS } from './all-apps';

/**
 * The rows of one Mini Program, or of all: the one place where lists, counts and sums are narrowed. What the database is
 * asked in SQL takes `conditions`, what Prisma asks takes `where`.
 * @param app an id; ALL_APPS, or '' where an address says nothing, for every Mini Program
 */
export function narrowedTo(app: string) {
  const one = app !== '' && app !== ALL_APPS;
  const elsewhere: Prisma.BatchWhereInput | null = one ? { miniProgramId: { not: app } } : null;
  const conditions: Sql[] = one ? [sql`"miniProgramId" = ${app}`] : [];
  // An export that names no Mini Program may hold codes of any.
  const exports: Prisma.ExportWhereInput = one
    ? { OR: [{ appIds: { has: app } }, { appIds: { isEmpty: true } }] }
    : {};
  const exportsElsewhere: Prisma.ExportWhereInput | null = one ? { NOT: exports } : null;
  return { conditions, where: one ? { miniProgramId: app } : {}, exports, elsewhere, exportsElsewhere };
}
