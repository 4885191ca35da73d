'use client';

import { useTranslations } from 'next-intl';
import { useController } from 'react-hook-form';
import { RecentPages } from '@/components/codes/recent-pages';
import { Section } from '@/components/codes/generate/fields/section';
import { Field } from '@/components/ui/form/field';
import { PageInput } from '@/components/data/pages/page-input';
import type { PlanValues } from '../plan-values';
import type { DraftStepProps } from './use-draft-step';

/** A table seldom says which page its codes open, and all of them would open the wrong one. */
export function PageQuestion({ draft, check }: DraftStepProps) {
  const t = useTranslations();
  const { field } = useController<PlanValues, 'sources.page'>({ name: 'sources.page' });
  const source = field.value;
  const page = source.kind === 'text' ? source.text : '';
  const choose = (text: string) => field.onChange({ ...source, kind: text === '' ? 'none' : 'text', text });
  return (
    <Section title={t('batches.draft.sections.page')} text={t('batches.draft.sections.pageText')}>
      <div>
        <Field
          label={t('batches.mapping.fields.page')}
          labelHidden
          hint={t('purposes.form.pageHint')}
          error={check.problems.page}
        >
          <PageInput
            value={page}
            miniProgramId={draft.miniProgram.id}
            onChange={({ target }) => choose(target.value)}
            onChoose={choose}
            onBlur={field.onBlur}
            placeholder={t('codes.generate.page.placeholder')}
          />
        </Field>
        <RecentPages pages={draft.recentPages} value={page} onChoose={choose} />
      </div>
    </Section>
  );
}
