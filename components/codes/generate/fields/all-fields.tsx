'use client';

import { ArrowLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useChooseApp } from '@/components/codes/generate/purposes/use-choose-app';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/codes/generate/error-summary';
import type { FormApp } from '@/components/codes/generate/form-values';
import { useFormApp } from '@/components/codes/generate/use-generate-form';
import { AppField } from './app-field';
import { EndpointField } from './endpoint-field';
import { ContentFields, LookFields } from './fields';
import { LabelFields } from './label-fields';
import { Section } from './section';
import { useFocusOnArrival } from './use-focus-on-arrival';

export type AllFieldsProps = {
  apps: readonly FormApp[];
  /** The way back to the short form, where there is one. */
  onBack: (() => void) | undefined;
  /** Somebody comes from there. */
  focused: boolean;
};

/** Every parameter that WeChat takes. */
export function AllFields({ apps, onBack, focused }: AllFieldsProps) {
  const t = useTranslations();
  const app = useFormApp(apps);
  const chooseApp = useChooseApp();
  const button = useFocusOnArrival(focused);
  return (
    <div className="flex min-w-0 flex-col gap-6">
      {onBack && (
        <Button ref={button} variant="secondary" size="sm" className="self-start" onClick={onBack}>
          <ArrowLeft aria-hidden />
          {t('purposes.form.back')}
        </Button>
      )}
      <ErrorSummary />
      <LabelFields />
      <Section title={t('codes.generate.sections.type')} text={t('codes.generate.sections.typeText')}>
        <EndpointField />
        <AppField apps={apps} onChoose={chooseApp} />
      </Section>
      <Section title={t('codes.generate.sections.content')} text={t('codes.generate.sections.contentText')}>
        <ContentFields app={app} />
      </Section>
      <Section title={t('codes.generate.sections.look')} text={t('codes.generate.sections.lookText')}>
        <LookFields />
      </Section>
    </div>
  );
}
