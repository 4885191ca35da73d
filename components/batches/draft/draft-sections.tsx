'use client';

import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { lazy, useState } from 'react';
import { EndpointField } from '@/components/codes/generate/fields/endpoint-field';
import { Section } from '@/components/codes/generate/fields/section';
import { Skeleton } from '@/components/ui/skeleton';
import { CHECK_ID, CheckSection } from '@/components/batches/draft/check/check-section';
import { MappingSection } from '@/components/batches/draft/mapping/mapping-section';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import type { DraftSectionsProps } from './look-section';

/** Below the table that the page begins with, so that its code may come after it. */
const LookSection = dynamic(() => import('./look-section').then((room) => room.LookSection), {
  ssr: false,
  loading: () => <Skeleton className="h-96 rounded-lg" />,
});

/** The sheet, for those who edit the table. */
const TableDialog = lazy(() => import('./grid/table-dialog').then((room) => ({ default: room.TableDialog })));

/** In the order in which the questions come up. */
export function DraftSections({ draft, check }: DraftSectionsProps) {
  const t = useTranslations('batches.draft.sections');
  const [start, setStart] = useState<{ row: number; column: number } | null>(null);
  const edit = (row = 0) => setStart({ row, column: 0 });
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <Section title={t('type')} text={t('typeText')}>
        <EndpointField />
      </Section>
      <Section title={t('mapping')} text={t('mappingText')}>
        <MappingSection draft={draft} problems={check.problems} onEdit={() => edit()} />
      </Section>
      <Section title={t('look')} text={t('lookText')}>
        <LookSection draft={draft} check={check} />
      </Section>
      <div id={CHECK_ID}>
        <Section title={t('check')} text={t('checkText')}>
          <CheckSection batchId={draft.id} rowCount={draft.rowCount} check={check} onEdit={edit} />
        </Section>
      </div>
      <OnceWanted when={start !== null}>
        {start && <TableDialog {...{ draft, check, start }} onClose={() => setStart(null)} />}
      </OnceWanted>
    </div>
  );
}
