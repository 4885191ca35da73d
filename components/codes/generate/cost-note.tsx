'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { FormApp } from './form-values';
import { useChooseEndpoint } from './use-choose-endpoint';
import { useFormValues } from './use-generate-form';

/** What pressing the button will cost, in words, before it is pressed. */
export function CostNote({ app }: { app: FormApp | undefined }) {
  const t = useTranslations('codes.generate.cost');
  const choose = useChooseEndpoint();
  const { endpoint } = useFormValues();
  if (!app || endpoint === 'getwxacodeunlimit') return <Text>{t('free')}</Text>;
  if (app.quotaLeft > 0) {
    return (
      <Text>
        <span className="block">{t('limited', { app: app.name, left: app.quotaLeft })}</span>
        <span className="block">{t('same')}</span>
        {app.mode === 'SANDBOX' && <span className="block">{t('sandbox')}</span>}
      </Text>
    );
  }
  return (
    <Alert tone="danger" title={t('full', { app: app.name })}>
      <p>{t('fullText')}</p>
      <Button variant="secondary" size="sm" className="mt-2" onClick={() => choose('getwxacodeunlimit')}>
        {t('useUnlimited')}
      </Button>
    </Alert>
  );
}

function Text({ children }: { children: ReactNode }) {
  return (
    <p aria-live="polite" className="text-[0.8125rem] leading-5 text-muted-foreground">
      {children}
    </p>
  );
}
