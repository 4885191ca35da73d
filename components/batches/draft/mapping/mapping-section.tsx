'use client';

import { useWatch } from 'react-hook-form';
import type { Draft } from '@/lib/batches/draft/draft-types';
import { ENDPOINT_FIELDS, requiredField, type RowField } from '@/lib/batches/plan/plan';
import { usesOf } from './samples';
import { CONTENT_FIELDS, type PlanValues } from '@/components/batches/draft/plan-values';
import { EditTableButton } from '@/components/batches/draft/grid/edit-table-button';
import { EncodingDoubt } from './encoding-doubt';
import { FindingList } from './finding-list';
import { RereadQuestion } from './reread-question';
import { ReadingOptions, SheetPicker } from './reading-options';
import { SourceField } from './source-field';
import { TablePreview } from './table-preview';
import { useReread } from './use-reread';
import type { DryRunState } from '@/components/batches/draft/check/use-dry-run';

export type MappingSectionProps = {
  draft: Draft;
  problems: DryRunState['problems'];
  /** Opens the sheet. */
  onEdit: () => void;
};

/** The table, and what each parameter takes from it. */
export function MappingSection({ draft, problems, onEdit }: MappingSectionProps) {
  const [endpoint, sources] = useWatch<PlanValues, ['endpoint', 'sources']>({
    name: ['endpoint', 'sources'],
  });
  const reread = useReread(draft);
  const fields: readonly RowField[] = ENDPOINT_FIELDS[endpoint];
  const content = fields.filter((field) => CONTENT_FIELDS.includes(field));
  return (
    <>
      <EncodingDoubt origin={draft.origin} reread={reread} />
      <SheetPicker origin={draft.origin} reread={reread} />
      <TablePreview
        draft={draft}
        uses={usesOf(draft.columns, fields, sources)}
        onChooseHeader={(headerRow) => reread.change({ headerRow, headerNames: undefined })}
      />
      <EditTableButton edits={draft.edits} onEdit={onEdit} />
      <RereadQuestion reread={reread} />
      <ReadingOptions origin={draft.origin} reread={reread} />
      <FindingList findings={draft.findings} origin={draft.origin} reread={reread} />
      {content.map((field) => (
        <SourceField
          key={field}
          draft={draft}
          field={field}
          problem={problems[field]}
          required={field === requiredField(endpoint)}
        />
      ))}
    </>
  );
}
