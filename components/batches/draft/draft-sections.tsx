'use client';

import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { EndpointField } from '@/components/codes/generate/endpoint-field';
import { EnvVersionField } from '@/components/codes/generate/env-version-field';
import { LookFields } from '@/components/codes/generate/fields';
import { CheckPathField } from '@/components/codes/generate/page-field';
import { Section } from '@/components/codes/generate/section';
import type { Draft } from '@/lib/batches/draft-types';
import { CHECK_ID, CheckSection } from './check-section';
import { MappingSection } from './mapping-section';
import type { PlanValues } from './plan-values';
import { RowLookFields } from './row-look-fields';
import type { DryRunState } from './use-dry-run';

export type DraftSectionsProps = { draft: Draft; check: DryRunState };

/** In the order in which the questions come up. */
export function DraftSections({ draft, check }: DraftSectionsProps) {
  const t = useTranslations('batches.draft.sections');
  const endpoint = useWatch<PlanValues, 'endpoint'>({ name: 'endpoint' });
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <Section title={t('type')} text={t('typeText')}>
        <EndpointField />
      </Section>
      <Section title={t('mapping')} text={t('mappingText')}>
        <MappingSection draft={draft} problems={check.problems} />
      </Section>
      <Section title={t('look')} text={t('lookText')}>
        {endpoint === 'getwxacodeunlimit' && <CheckPathField />}
        {endpoint !== 'createwxaqrcode' && <EnvVersionField />}
        <LookFields />
        <RowLookFields draft={draft} problems={check.problems} />
      </Section>
      <div id={CHECK_ID}>
        <Section title={t('check')} text={t('checkText')}>
          <CheckSection batchId={draft.id} rowCount={draft.rowCount} check={check} />
        </Section>
      </div>
    </div>
  );
}
