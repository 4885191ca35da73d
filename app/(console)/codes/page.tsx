import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import { CodeGallery } from '@/components/codes/gallery/code-gallery';
import { currentApp } from '@/lib/apps/current-app';
import { listApps } from '@/lib/apps/queries';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import type { CodeFilters } from '@/lib/codes/filters';
import { listCodes, listCreators } from '@/lib/codes/queries';
import { codeListOptions, type CodePageJson } from '@/lib/codes/query-options';
import { CODE_VIEW_COOKIE, loadCodeParams, toFilters } from '@/lib/codes/search-params';
import type { UserActor } from '@/lib/auth/actor';
import { getQueryClient } from '@/lib/query/client';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('codes.gallery'))('title') };
}

/** As the browser would get it from `/api/codes`. */
async function firstPage(actor: UserActor, filters: CodeFilters): Promise<CodePageJson> {
  const page = await listCodes(actor, filters);
  return { ...page, items: page.items.map((item) => ({ ...item, createdAt: item.createdAt.toISOString() })) };
}

export default async function CodesPage({ searchParams }: PageProps<'/codes'>) {
  const actor = await pageActor();
  const [params, apps, current, creators, jar] = await Promise.all([
    loadCodeParams(searchParams),
    listApps(actor),
    currentApp(actor),
    listCreators(actor),
    cookies(),
  ]);
  const appId = current?.id ?? null;
  const filters = toFilters(params, appId);
  const client = getQueryClient();
  // A failure is not sent along: the browser asks by itself then and shows what went wrong.
  await client
    .infiniteQuery({ ...codeListOptions(filters), queryFn: () => firstPage(actor, filters) })
    .catch(() => undefined);
  const options = {
    apps: apps.map(({ id, name, mode }) => ({ id, name, mode })),
    creators,
    defaults: { appId, view: jar.get(CODE_VIEW_COOKIE)?.value === 'table' ? 'table' : 'cards' } as const,
    canWrite: roleCan(actor.role, 'codes.write'),
  };
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <CodeGallery options={options} />
    </HydrationBoundary>
  );
}
