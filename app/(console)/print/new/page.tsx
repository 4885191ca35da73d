import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BuilderHeader } from '@/components/exports/build/builder-header';
import { NothingToExport } from '@/components/exports/nothing-to-export';
import { PrintBuilder } from '@/components/exports/print/print-builder';
import { pageActor } from '@/lib/auth/session';
import { lastPrint, listPrintSamples } from '@/lib/print/queries';
import { loadBuilder, type SearchParams } from '@/app/(console)/exports/new/load-builder';

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exports.print'))('title') };
}

export default async function PrintPage({ searchParams }: Props) {
  const actor = await pageActor();
  const builder = await loadBuilder(actor, await searchParams);
  const outline = builder && builder.outline.pictures > 0 ? builder.outline : null;
  if (!builder || !outline)
    return (
      <>
        <BuilderHeader outline={null} isPrint />
        <NothingToExport named={builder !== null} />
      </>
    );
  const { scopeFields } = builder;
  const fields = new URLSearchParams(scopeFields);
  const [samples, last] = await Promise.all([listPrintSamples(actor, fields), lastPrint(actor, fields)]);
  return (
    <>
      <BuilderHeader outline={outline} isPrint />
      <PrintBuilder pieces={outline.pictures} {...{ samples, scopeFields, last }} />
    </>
  );
}
