'use client';

import { useDeferredValue } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { Preview } from '@/components/codes/generate/preview';
import type { Draft } from '@/lib/batches/draft/draft-types';
import type { PlanValues } from '@/components/batches/draft/plan-values';
import { firstRowValues } from './samples';

/** The sketch of the generate form, of what the table's first row would become. */
export function FirstRowPreview({ draft }: { draft: Draft }) {
  const { control } = useFormContext<PlanValues>();
  const all = useWatch({ control, compute: (values: PlanValues) => values });
  // Typing stays ahead of the drawing.
  const values = useDeferredValue(all);
  return <Preview values={firstRowValues(draft, values)} appName={draft.miniProgram.name} />;
}
