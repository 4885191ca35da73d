import 'server-only';
import { seenShared } from '@/lib/apps/shared-things';
import { seenRows } from '@/lib/apps/sight';
import type { Sight } from '@/lib/auth/actor';
import { sortedConditions } from '@/lib/codes/find/conditions';
import type { CodeFilters } from '@/lib/codes/find/filters';
import { NEWEST, type CodeKey } from '@/lib/codes/find/order';
import { isUnreleased } from '@/lib/codes/released';
import { findPage } from '@/lib/codes/find/find-page';
import { db } from '@/lib/db/client';
import type { LiveTarget } from '@/lib/db/generated/client';
import { targetsOf } from '@/lib/live/current';
import { toTarget } from '@/lib/live/target';
import { ofBatch } from './batch-records';
import { FIRST_PAGE_ROWS, pages, PAGE_ROWS, type Find } from './pages';
import { exported, type ExportedCode, type ExportRecord, type FoundRecord } from './record';
import type { ExportScope } from './scope';

type Seeing = { sees: Sight };

async function findCodes(ids: string[], seeing: Seeing): Promise<FoundRecord[]> {
  const where = { id: { in: ids }, AND: seenRows(seeing) };
  const codes = await db().code.findMany({ where, select: exported });
  const targets = await targetsOf(db(), codes);
  return codes.map((code) => withoutTable(code, targets.get(code.id)));
}

export type RecordOptions = {
  /** Only codes that have a picture. */
  ready: boolean;
  /** Codes made later are no part of it, so that an export that is fetched for hours has an end. */
  until: Date;
} & Seeing;

type Wanted = Omit<RecordOptions, 'ready'>;

function withoutTable(code: ExportedCode, target: LiveTarget | undefined): FoundRecord {
  const { name, note } = code;
  const live = target ? toTarget(target) : null;
  return { code, name, note, live, row: null, columns: {}, isOutdated: false };
}

/** In the order of the ids; those of codes that are gone are left out. */
async function codesOf(ids: string[], seeing: Seeing): Promise<FoundRecord[]> {
  const found = new Map((await findCodes(ids, seeing)).map((record) => [record.code.id, record]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

async function* ofFilter(filters: CodeFilters, { until, sees }: Wanted): AsyncGenerator<FoundRecord> {
  // Nobody is looking, so codes "used last" are nobody's.
  const userId = null;
  const conditions = await sortedConditions(filters, { userId, sees });
  const start: CodeKey = { value: new Date(until.getTime() + 1), id: '' };
  const find: Find<FoundRecord, CodeKey> = async (after, take) => {
    const wanted = { after: after ?? start, take, userId };
    const { keys, next } = await findPage(conditions, NEWEST, wanted);
    return {
      rows: await codesOf(
        keys.map(({ id }) => id),
        { sees },
      ),
      next,
    };
  };
  yield* pages(find);
}

/** In the order of the ids. */
async function* ofSelection(codeIds: string[], seeing: Seeing): AsyncGenerator<FoundRecord> {
  let take = FIRST_PAGE_ROWS;
  for (let start = 0; start < codeIds.length; start += take, take = PAGE_ROWS) {
    const ids = codeIds.slice(start, start + take);
    yield* await codesOf(ids, seeing);
  }
}

async function* ofScope(scope: ExportScope, wanted: Wanted): AsyncGenerator<FoundRecord> {
  if (scope.kind === 'selection') yield* ofSelection(scope.codeIds, wanted);
  else if (scope.kind === 'batch') yield* ofBatch(scope.batchId);
  else yield* ofFilter(scope.filters, wanted);
}

/**
 * The codes of a scope that are not deleted, a few hundred rows at a time whatever their number. What is left out is
 * left out here and not in the query: one more condition, and the embedded database, which has no statistics of its
 * tables, sorts all of them for every page.
 */
export async function* exportRecords(
  scope: ExportScope,
  { ready, ...wanted }: RecordOptions,
): AsyncGenerator<ExportRecord> {
  const names = new Map(
    (await db().tag.findMany({ where: seenShared(wanted) })).map(({ id, name }) => [id, name]),
  );
  let place = 0;
  for await (const { row, ...found } of ofScope(scope, wanted)) {
    const { deletedAt, status } = found.code;
    if (deletedAt || (ready && status !== 'READY')) continue;
    if (scope.onlyReleased && isUnreleased(found.code)) continue;
    place += 1;
    const tags = found.code.tagIds.flatMap((id) => names.get(id) ?? []).toSorted();
    yield { ...found, tags, row: row ?? place };
  }
}
