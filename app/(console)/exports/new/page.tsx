import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BuilderHeader } from '@/components/exports/build/builder-header';
import { ExportBuilder } from '@/components/exports/build/export-builder';
import { NothingToExport } from '@/components/exports/nothing-to-export';
import { withTexts } from '@/components/layout/page/send-texts';
import { pageActor } from '@/lib/auth/session';
import { loadBuilder, type SearchParams } from './load-builder';

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exports.build'))('title') };
}

async function NewExportPage({ searchParams }: Props) {
  const builder = await loadBuilder(await pageActor(), await searchParams);
  const outline = builder && builder.outline.codes > 0 ? builder.outline : null;
  return (
    <>
      <BuilderHeader outline={outline} scopeFields={builder?.scopeFields ?? []} />
      {builder && outline ? <ExportBuilder {...builder} /> : <NothingToExport named={builder !== null} />}
    </>
  );
}

export default withTexts(NewExportPage, ['exports']);
