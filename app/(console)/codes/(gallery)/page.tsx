import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CodeGallery } from '@/components/codes/gallery/code-gallery';
import { withTexts } from '@/components/layout/page/send-texts';
import { pageActor } from '@/lib/auth/session';
import { loadGallery, prefetchCodes } from './load-gallery';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('codes.gallery');
  return { title: t('title') };
}

async function CodesPage({ searchParams }: PageProps<'/codes'>) {
  const actor = await pageActor();
  const { options, filters } = await loadGallery(actor, await searchParams);
  return (
    <HydrationBoundary state={await prefetchCodes(actor, filters)}>
      <CodeGallery options={options} />
    </HydrationBoundary>
  );
}

export default withTexts(CodesPage, [
  'codes.gallery',
  'codes.endpoints',
  'codes.versions',
  'codes.copyPicture',
  'codes.detail',
  'organize',
  'live.many',
  'live.rules',
  'live.startsAt',
  'live.fields',
  'live.state',
  'live.pauseDialog',
  'live.dialog',
  'errors.issues',
  'exports.issues',
  'wechat.issues',
  'wechat.characters',
  'wechat.errors.*.title',
]);
