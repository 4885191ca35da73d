import 'server-only';
import { dehydrate } from '@tanstack/react-query';
import { headers } from 'next/headers';
import type { GalleryOptions } from '@/components/codes/gallery/gallery-options';
import { FIRST_CARDS, FIRST_CARDS_OF_PHONE } from '@/components/codes/gallery/results/grid-class';
import { loadScope } from '@/lib/apps/scope';
import type { UserActor } from '@/lib/auth/actor';
import { roleCan } from '@/lib/auth/permissions';
import { findBatchName } from '@/lib/batches/batch-name';
import type { CodeFilters } from '@/lib/codes/find/filters';
import { LOOK_COOKIE, readLook } from '@/lib/codes/picture/look';
import { listCodes, listCreators } from '@/lib/codes/find/queries';
import { codeListOptions, toCodeItem, type CodePageJson } from '@/lib/codes/find/query-options';
import { CODE_VIEW_COOKIE, readCodeFilters, type Address } from '@/lib/codes/find/search-params';
import { readPreference } from '@/lib/http/own-cookies';
import { getQueryClient } from '@/lib/query/client';
import { prefetchOrder } from '../prefetch-order';

/** As the browser would get it from `/api/codes`. */
async function firstPage(actor: UserActor, filters: CodeFilters): Promise<CodePageJson> {
  const page = await listCodes(actor, filters);
  return { ...page, items: page.items.map(toCodeItem) };
}

/** The first page of the list with the names of its tags and folders, as a state to hydrate from. */
export async function prefetchCodes(actor: UserActor, filters: CodeFilters) {
  const client = getQueryClient();
  await prefetchOrder(client, actor);
  // A failure is not sent along: the browser asks by itself then and shows what went wrong.
  await client
    .infiniteQuery({ ...codeListOptions(filters), queryFn: () => firstPage(actor, filters) })
    .catch(() => undefined);
  return dehydrate(client);
}

/** What a browser on a phone says of itself; a tablet shows more at once, and says nothing of the kind. */
const isPhone = (userAgent: string | null) => userAgent !== null && userAgent.includes('Mobi');

/** Who is looking, what the filters offer, and what the address asks for. */
export async function loadGallery(actor: UserActor, address: Address) {
  // Which batch is asked for does not depend on the scope, and so its name is not waited for after it.
  const { batch } = readCodeFilters(address, null);
  const [scope, creators, batchName, view, look, sent] = await Promise.all([
    loadScope(actor),
    listCreators(actor),
    batch ? findBatchName(actor, batch) : null,
    readPreference(CODE_VIEW_COOKIE),
    readPreference(LOOK_COOKIE),
    headers(),
  ]);
  const appId = scope.app?.id ?? null;
  const filters = readCodeFilters(address, appId);
  const savedLook = readLook(look);
  const options: GalleryOptions = {
    apps: scope.apps.map(({ id, name }) => ({ id, name })),
    creators,
    batch: batchName === null ? null : { id: batch, name: batchName },
    defaults: {
      appId,
      view: view === 'table' ? 'table' : 'cards',
      look: savedLook,
    },
    viewer: { id: actor.id, isAdmin: actor.role === 'ADMIN' },
    canWrite: roleCan(actor.role, 'codes.write'),
    firstCards: (isPhone(sent.get('user-agent')) ? FIRST_CARDS_OF_PHONE : FIRST_CARDS)[savedLook.size],
  };
  return { options, filters };
}
