import { systemActor } from '@/lib/auth/actor';
import { countCodes } from '@/lib/codes/find/count';
import { countFacet } from '@/lib/codes/find/facets';
import { NO_FILTERS, type CodeFilters } from '@/lib/codes/find/filters';
import { listCodes, listCreators } from '@/lib/codes/find/queries';
import { db } from '@/lib/db/client';
import { encodeCursor } from '@/lib/db/pagination';
import { BATCH_NAME, RARE_NAME } from '@/prisma/seed/many-codes';
import type { Cast } from '@/prisma/seed/people-and-places';
import { percentile, timesMs, type Figure } from '../measure';

type ListCase = { name: string; run: () => Promise<unknown> };

const actor = systemActor('bench');

/** The cursor of a page that `share` of the codes come before. */
async function deepCursor(rows: number, share: number): Promise<string> {
  const [code] = await db().code.findMany({
    select: { createdAt: true, id: true },
    orderBy: { createdAt: 'desc' },
    skip: Math.floor(rows * share),
    take: 1,
  });
  return code ? encodeCursor({ value: code.createdAt, id: code.id }) : '';
}

function narrowed({ apps, leaver, folders, tags }: Cast): [name: string, filters: Partial<CodeFilters>][] {
  return [
    ['filter: one app', { app: apps[3] ?? '' }],
    ['filter: failed', { status: ['FAILED'] }],
    ['filter: somebody who left', { creator: leaver }],
    ['filter: folder and tag', { folder: folders[2] ?? '', tag: tags.slice(2, 3) }],
    ['filter: rare tag', { tag: tags.slice(18, 19) }],
    ['filter: tag of the oldest batch', { tag: tags.slice(19, 20) }],
    ['filter: square codes without folder', { endpoint: ['createwxaqrcode'], folder: 'none' }],
    ['archive', { place: 'archived' }],
    ['trash', { place: 'trash' }],
    ['sort: name', { sort: 'name' }],
    ['sort: last changed', { sort: 'changed' }],
    ['search: two characters, common', { q: '广场' }],
    ['search: one character, common', { q: '店' }],
    ['search: one character, nowhere', { q: '龘' }],
    ['search: rare name', { q: RARE_NAME }],
    ['search: two characters, rare', { q: RARE_NAME.slice(0, 2) }],
    ['search: nowhere', { q: '火星分店' }],
    ['search: two words', { q: '广场 海报' }],
    ['search: Latin', { q: 'outlets' }],
    ['search: scene', { q: '&t=4711' }],
    ['search: two letters, common', { q: 'T2' }],
    ['search: two letters, nowhere', { q: 'qz' }],
    ['search: the oldest batch', { q: BATCH_NAME }],
    ['search: and filter', { q: '海报', status: ['FAILED'], creator: leaver }],
    ['search: sorted by name', { q: RARE_NAME, sort: 'name' }],
  ];
}

/** What somebody asks for who sees two of ten Mini Programs, the last ones: few of the codes are theirs. */
function seen({ apps }: Cast): ListCase[] {
  const viewer = { kind: 'user', id: 'bench', name: 'bench', email: '', role: 'VIEWER' } as const;
  const member = { ...viewer, sees: apps.slice(-2) };
  const list = (name: string, filters: Partial<CodeFilters>) => ({
    name: `two apps seen: ${name}`,
    run: () => listCodes(member, { ...NO_FILTERS, ...filters }),
  });
  return [
    list('first page', {}),
    list('sort: name', { sort: 'name' }),
    list('sort: last changed', { sort: 'changed' }),
    list('trash', { place: 'trash' }),
    list('search: common', { q: '广场' }),
    list('search: rare name', { q: RARE_NAME }),
    list('search: nowhere', { q: '火星分店' }),
    list('filter: failed', { status: ['FAILED'] }),
    { name: 'two apps seen: count', run: () => countCodes(member, NO_FILTERS) },
    { name: 'two apps seen: facet of apps', run: () => countFacet(member, 'app', NO_FILTERS) },
    { name: 'two apps seen: who made codes', run: () => listCreators(member) },
  ];
}

/** What the gallery asks for, at the level of the use case. */
async function listCases(cast: Cast, rows: number): Promise<ListCase[]> {
  const all = { ...NO_FILTERS, app: 'all' };
  const deep = await deepCursor(rows, 0.6);
  const count = (name: string, filters: Partial<CodeFilters>) => ({
    name: `count: ${name}`,
    run: () => countCodes(actor, { ...all, ...filters }),
  });
  const facet = (name: string, filters: Partial<CodeFilters>) => ({
    name: `facet: ${name}`,
    run: () => countFacet(actor, name.split(' ')[0], { ...all, ...filters }),
  });
  return [
    { name: 'first page', run: () => listCodes(actor, all) },
    { name: 'deep page', run: () => listCodes(actor, all, deep) },
    ...narrowed(cast).map(([name, filters]) => ({
      name,
      run: () => listCodes(actor, { ...all, ...filters }),
    })),
    { name: 'deep page of a search', run: () => listCodes(actor, { ...all, q: '广场' }, deep) },
    count('everything', {}),
    count('common search', { q: '广场' }),
    count('rare search', { q: RARE_NAME }),
    count('two letters', { q: 'T2' }),
    count('the oldest batch', { q: BATCH_NAME }),
    facet('status', {}),
    facet('tag', {}),
    facet('folder of a common search', { q: '广场' }),
    facet('creator of a rare search', { q: RARE_NAME }),
    ...seen(cast),
  ];
}

/** The list names pictures and does not read them. */
export const LISTED_PICTURE = {
  endpoint: 'getwxacodeunlimit' as const,
  imageKey: 'bench',
  imageType: 'image/png',
  imageWidthPx: 430,
  imageHeightPx: 430,
  imageBytes: 1_000,
  imageSha256: 'bench',
};

const RUNS = 60;
const WARM_UP = 2;

/** @param about what the figures are called after */
export async function measureLists(
  about: string,
  { cast, rows, bound }: { cast: Cast; rows: number; bound: string },
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, run } of await listCases(cast, rows)) {
    await timesMs(WARM_UP, run);
    const value = percentile(await timesMs(RUNS, run), 0.95);
    figures.push({ name: `${about}: ${name}, 95th percentile`, value, unit: 'ms', bound });
  }
  return figures;
}
