import 'server-only';
import { seenShared } from '@/lib/apps/shared-things';
import { seenApps, seenRows } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { ScopeSummary } from '@/lib/exports/export-types';
import type { ExportScope } from './scope';

type Named = { id: string; name: string };

/** Names by id, of everything that filters name: the ids are unique among all of it. */
async function namesOf(actor: Actor, scopes: readonly ExportScope[]): Promise<Map<string, string>> {
  const filters = scopes.flatMap((scope) => (scope.kind === 'filter' ? [scope.filters] : []));
  const where = (key: 'app' | 'creator' | 'batch' | 'folder' | 'tag') => {
    const ids = [...new Set(filters.flatMap((filter) => filter[key]).filter(Boolean))];
    return { where: { id: { in: ids } }, select: { id: true, name: true } };
  };
  const seenOf = <S extends object>(key: 'app' | 'batch' | 'folder' | 'tag', AND: S) => {
    const asked = where(key);
    return { ...asked, where: { ...asked.where, AND } };
  };
  if (filters.length === 0) return new Map();
  const found: Named[][] = await Promise.all([
    db().miniProgram.findMany(seenOf('app', seenApps(actor))),
    db().user.findMany(where('creator')),
    db().batch.findMany(seenOf('batch', seenRows(actor))),
    db().folder.findMany(seenOf('folder', seenShared(actor))),
    db().tag.findMany(seenOf('tag', seenShared(actor))),
  ]);
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}

function summarize(scope: ExportScope, names: Map<string, string>): ScopeSummary {
  if (scope.kind === 'selection') return { kind: scope.kind, count: scope.codeIds.length };
  if (scope.kind === 'batch') return scope;
  const nameOf = (id: string) => names.get(id) ?? null;
  const { app, creator, batch, folder, tag } = scope.filters;
  const tags = tag.flatMap((id) => names.get(id) ?? []);
  const found = { app: nameOf(app), creator: nameOf(creator), batch: nameOf(batch), folder: nameOf(folder) };
  return { ...scope, names: { ...found, tags } };
}

/** What people are told of scopes, in the same order: no lists of ids, and names for what a filter names by id. */
export async function summarizeScopes(actor: Actor, scopes: readonly ExportScope[]): Promise<ScopeSummary[]> {
  const names = await namesOf(actor, scopes);
  return scopes.map((scope) => summarize(scope, names));
}

/** What an export can be found by later: its names as they are now. */
export async function searchTextOf(actor: Actor, scope: ExportScope): Promise<string> {
  const [summary] = await summarizeScopes(actor, [scope]);
  if (summary?.kind === 'batch') return summary.name;
  if (summary?.kind !== 'filter') return '';
  const { app, creator, batch, folder, tags } = summary.names;
  return [summary.filters.q, app, creator, batch, folder, ...tags].filter(Boolean).join(' ');
}
