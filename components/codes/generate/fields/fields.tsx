'use client';

import { Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ColorField } from '@/components/codes/generate/color/color-field';
import { EnvVersionField } from './env-version-field';
import type { FormApp } from '@/components/codes/generate/form-values';
import { CheckPathField, PageField } from './page-field';
import { LiveParametersField, LiveSwitch } from './live-fields';
import { PathField } from './path-field';
import { SceneField } from './scene-field';
import { SwitchField } from './switch-field';
import { useDeclaredPages } from '@/components/data/pages/use-declared-parameters';
import { useFormValues } from '@/components/codes/generate/use-generate-form';
import { WidthField } from './width-field';

export function ContentFields({ app }: { app: FormApp | undefined }) {
  const { endpoint, isLive, miniProgramId } = useFormValues();
  // A page says what it takes: it is chosen first then.
  const isPageFirst = useDeclaredPages(miniProgramId).length > 0;
  if (endpoint === 'createwxaqrcode') return <PathField app={app} />;
  if (endpoint === 'getwxacode') {
    return (
      <>
        <PathField app={app} />
        <EnvVersionField />
      </>
    );
  }
  return (
    <>
      <LiveSwitch />
      {isPageFirst && <PageField />}
      {isLive ? <LiveParametersField /> : <SceneField />}
      {!isPageFirst && <PageField />}
      <CheckPathField />
      <EnvVersionField />
    </>
  );
}

export function LookFields() {
  const t = useTranslations('codes.generate');
  const { endpoint } = useFormValues();
  if (endpoint === 'createwxaqrcode') {
    return (
      <>
        <WidthField />
        <p className="flex gap-2 text-[0.8125rem] leading-5 text-muted-foreground">
          <Info aria-hidden className="mt-0.75 size-3.5 shrink-0" />
          {t('color.square')}
        </p>
      </>
    );
  }
  return (
    <>
      <WidthField />
      <ColorField />
      <SwitchField name="isHyaline" label={t('hyaline.label')} hint={t('hyaline.hint')} />
    </>
  );
}
