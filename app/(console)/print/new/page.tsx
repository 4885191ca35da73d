import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BuilderHeader } from '@/components/exports/build/builder-header';
import { NothingToExport } from '@/components/exports/nothing-to-export';
import { PrintBuilder } from '@/components/exports/print/print-builder';
import { withTexts } from '@/components/layout/page/send-texts';
import { pageActor } from '@/lib/auth/session';
import { preparePrint } from '@/lib/print/queries';
import { starters, starterWords } from '@/lib/print/starters';
import { loadNamed, type SearchParams } from '@/app/(console)/exports/new/load-builder';

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exports.print'))('title') };
}

async function PrintPage({ searchParams }: Props) {
  const actor = await pageActor();
  const print = await loadNamed(await searchParams, (fields) => preparePrint(actor, fields));
  if (!print || print.outline.pictures === 0)
    return (
      <>
        <BuilderHeader outline={null} scopeFields={[]} isPrint />
        <NothingToExport named={print !== null} isPrint />
      </>
    );
  const t = await getTranslations('exports.print');
  return (
    <>
      <BuilderHeader outline={print.outline} scopeFields={print.scopeFields} isPrint />
      <PrintBuilder {...print} starters={starters(starterWords((word) => t(`words.${word}`)))} />
    </>
  );
}

export default withTexts(PrintPage, [
  'exports',
  'organize.edit',
  'organize.everybodys',
  'organize.keptTo',
  'organize.delete',
  'errors.issues',
]);
