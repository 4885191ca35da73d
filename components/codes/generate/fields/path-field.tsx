'use client';

import { useTranslations } from 'next-intl';
import { utf8Bytes } from '@/lib/wechat/rules/limits';
import { Counter } from './counter';
import { pathLimit, type FormApp } from '@/components/codes/generate/form-values';
import { TextParameter } from './text-parameter';
import { useFormValues } from '@/components/codes/generate/use-generate-form';

export function PathField({ app }: { app: FormApp | undefined }) {
  const t = useTranslations('codes.generate.path');
  const { endpoint, path } = useFormValues();
  const used = utf8Bytes(path);
  const max = pathLimit(endpoint, app);
  return (
    <TextParameter
      name="path"
      required
      hint={endpoint === 'createwxaqrcode' ? t('hintSquare', { max }) : t('hint')}
      counter={<Counter text={t('counter', { used, max })} over={used > max} />}
    />
  );
}
