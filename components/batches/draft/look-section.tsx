'use client';

import { useWatch } from 'react-hook-form';
import { EnvVersionField } from '@/components/codes/generate/fields/env-version-field';
import { LookFields } from '@/components/codes/generate/fields/fields';
import { CheckPathField } from '@/components/codes/generate/fields/page-field';
import type { PlanValues } from './plan-values';
import { RowLookFields } from './row-look-fields';
import type { Draft } from '@/lib/batches/draft/draft-types';
import type { DryRunState } from '@/components/batches/draft/check/use-dry-run';

export type DraftSectionsProps = { draft: Draft; check: DryRunState };

/** What all rows share: the settings of the single form, and columns for those that a row sets by itself. */
export function LookSection({ draft, check }: DraftSectionsProps) {
  const endpoint = useWatch<PlanValues, 'endpoint'>({ name: 'endpoint' });
  return (
    <>
      {endpoint === 'getwxacodeunlimit' && <CheckPathField />}
      {endpoint !== 'createwxaqrcode' && <EnvVersionField />}
      <LookFields />
      <RowLookFields draft={draft} problems={check.problems} />
    </>
  );
}
