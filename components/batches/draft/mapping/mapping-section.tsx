'use client';

import { useWatch } from 'react-hook-form';
import type { Draft } from '@/lib/batches/draft/draft-types';
import { ENDPOINT_FIELDS, requiredField, type RowField } from '@/lib/batches/plan/plan';
import { usesOf } from './samples';
import { CONTENT_FIELDS, type PlanValues } from '@/components/batches/draft/plan-values';
import { ReadingOptions } from './reading-options';
import { SourceField } from './source-field';
import { TablePreview } from './table-preview';
import type { DryRunState } from '@/components/batches/draft/check/use-dry-run';

export type MappingSectionProps = { draft: Draft; problems: DryRunState['problems'] };

/** The table, and what each parameter takes from it. */
export function MappingSection({ draft, problems }: MappingSectionProps) {
  const [endpoint, sources] = useWatch<PlanValues, ['endpoint', 'sources']>({
    name: ['endpoint', 'sources'],
  });
  const fields: readonly RowField[] = ENDPOINT_FIELDS[endpoint];
  const content = fields.filter((field) => CONTENT_FIELDS.includes(field));
  return (
    <>
      <TablePreview
        columns={draft.columns}
        rows={draft.sampleRows}
        uses={usesOf(draft.columns, fields, sources)}
      />
      <ReadingOptions draft={draft} />
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
