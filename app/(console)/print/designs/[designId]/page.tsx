import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DesignEditor } from '@/components/exports/design/design-editor';
import { withTexts } from '@/components/layout/page/send-texts';
import { pageActor } from '@/lib/auth/session';
import { idOrNotFound, orNotFound } from '@/lib/http/page';
import { openDesign } from '@/lib/print/designs/queries';
import { loadNamed, type SearchParams } from '@/app/(console)/exports/new/load-builder';

type Props = { params: Promise<{ designId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('designs'))('title') };
}

/** Codes that the address names are those that somebody is about to print; else all are there to look at. */
async function DesignPage({ params, searchParams }: Props) {
  const [actor, { designId }, named, t] = await Promise.all([
    pageActor(),
    params,
    searchParams,
    getTranslations(),
  ]);
  const id = idOrNotFound(designId);
  const open = (fields: URLSearchParams) => openDesign(actor, id, fields);
  const printed = Object.keys(named).length > 0 ? await loadNamed(named, open) : null;
  const start = printed ?? (await orNotFound(open(new URLSearchParams({ app: 'all' }))));
  const query = printed && new URLSearchParams(printed.scopeFields).toString();
  const { kept, revision, samples, canChange } = start;
  return (
    <DesignEditor
      key={id}
      {...{ kept, revision, samples, canChange }}
      back={
        query
          ? { href: `/print/new?${query}`, label: t('exports.print.title') }
          : { href: '/print/designs', label: t('designs.title') }
      }
    />
  );
}

export default withTexts(DesignPage, ['designs', 'exports', 'errors.issues']);
