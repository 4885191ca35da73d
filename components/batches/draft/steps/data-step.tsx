'use client';

import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { Section } from '@/components/codes/generate/fields/section';
import type { Draft } from '@/lib/batches/draft/draft-types';
import { plannedFields } from '@/lib/batches/plan/plan';
import { EditTableButton } from '../grid/edit-table-button';
import { EncodingDoubt } from '../mapping/encoding-doubt';
import { FindingList } from '../mapping/finding-list';
import { ReadingOptions, SheetPicker } from '../mapping/reading-options';
import { RereadQuestion } from '../mapping/reread-question';
import { usesOf } from '../mapping/samples';
import { TablePreview } from '../mapping/table-preview';
import { useReread } from '../mapping/use-reread';
import type { PlanValues } from '../plan-values';

/** The table as it was read, and how else it could be. @param props.onEdit opens the sheet */
export function DataStep({ draft, onEdit }: { draft: Draft; onEdit: () => void }) {
  const t = useTranslations('batches.draft.sections');
  const [endpoint, isLive, sources] = useWatch<PlanValues, ['endpoint', 'isLive', 'sources']>({
    name: ['endpoint', 'isLive', 'sources'],
  });
  const reread = useReread(draft);
  return (
    <Section title={t('table')} text={t('tableText')}>
      <EncodingDoubt origin={draft.origin} reread={reread} />
      <SheetPicker origin={draft.origin} reread={reread} />
      <TablePreview
        draft={draft}
        uses={usesOf(draft.columns, plannedFields({ endpoint, isLive }), sources)}
        onChooseHeader={(headerRow) => reread.change({ headerRow, headerNames: undefined })}
      />
      <EditTableButton edits={draft.edits} onEdit={onEdit} />
      <RereadQuestion reread={reread} />
      <ReadingOptions origin={draft.origin} reread={reread} />
      <FindingList findings={draft.findings} origin={draft.origin} reread={reread} />
    </Section>
  );
}
