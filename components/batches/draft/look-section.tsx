'use client';

import { useWatch } from 'react-hook-form';
import { EnvVersionField } from '@/components/codes/generate/fields/env-version-field';
import { LookFields } from '@/components/codes/generate/fields/fields';
import { CheckPathField } from '@/components/codes/generate/fields/page-field';
import type { DraftSectionsProps } from './draft-sections';
import type { PlanValues } from './plan-values';
import { RowLookFields } from './row-look-fields';

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
