'use client';

import { useTranslations } from 'next-intl';
import { SwitchField } from './switch-field';
import { TextParameter } from './text-parameter';
import { TrapFixes } from '@/components/codes/generate/trap-notes';
import { useTraps } from '@/components/codes/generate/use-traps';

export function PageField() {
  const t = useTranslations('codes.generate.page');
  return <TextParameter name="page" hint={t('hint')} />;
}

export function CheckPathField() {
  const t = useTranslations('codes.generate.checkPath');
  const { traps, fixes, apply } = useTraps('checkPath');
  return (
    <div>
      <SwitchField name="checkPath" label={t('label')} hint={t('hint')} traps={traps} />
      <TrapFixes fixes={fixes} onApply={apply} />
    </div>
  );
}
