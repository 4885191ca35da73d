import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { ActiveBatches } from '@/components/batches/list/active-batches';
import { LatestExports } from '@/components/exports/list/latest-exports';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { buttonVariants } from '@/components/ui/button-variants';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { pageActor } from '@/lib/auth/session';
import { listActiveBatches, listBatches } from '@/lib/batches/report/queries';
import { listExports } from '@/lib/exports/queries';

const SHOWN = 5;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('layout.nav'))('tasks') };
}

/** What is going on and what came of it lately, of all Mini Programs: a phone's way to batches and downloads. */
async function TasksPage() {
  const actor = await pageActor();
  const [t, active, done, exports] = await Promise.all([
    getTranslations('layout.nav'),
    listActiveBatches(actor),
    listBatches(actor, { app: ALL_APPS, tab: 'done', q: '' }),
    listExports(actor, { app: ALL_APPS, tab: 'all', q: '' }),
  ]);
  return (
    <>
      <PageHeader title={t('tasks')} />
      <div className="flex flex-col gap-7">
        <Section title={t('batches')} href="/batches" all={t('seeAll')}>
          <ActiveBatches batches={[...active, ...done.items].slice(0, Math.max(SHOWN, active.length))} />
        </Section>
        <Section title={t('exports')} href="/exports" all={t('seeAll')}>
          <LatestExports items={exports.items.slice(0, SHOWN)} />
        </Section>
      </div>
    </>
  );
}

type SectionProps = { title: string; href: '/batches' | '/exports'; all: string; children: ReactNode };

function Section({ title, href, all, children }: SectionProps) {
  return (
    <section>
      <div className="mb-2 flex min-h-9 items-center justify-between gap-3">
        <h2 className="text-[0.9375rem] font-semibold">{title}</h2>
        <Link href={href} className={buttonVariants({ variant: 'ghost', size: 'sm' })}>
          {all}
        </Link>
      </div>
      {children}
    </section>
  );
}

export default withTexts(TasksPage, ['exports', 'codes.endpoints', 'codes.gallery']);
