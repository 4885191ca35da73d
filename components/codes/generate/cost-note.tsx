'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { FormApp } from './form-values';
import { isLiveForm } from './to-input';
import { useChooseEndpoint } from './use-choose-endpoint';
import { useFormValues } from './use-generate-form';

/** Which kind of code it will be and why, and what pressing the button will cost, before it is pressed. */
export function CostNote({ app }: { app: FormApp | undefined }) {
  const t = useTranslations();
  const choose = useChooseEndpoint();
  const values = useFormValues();
  const { endpoint } = values;
  const unlimited = endpoint === 'getwxacodeunlimit';
  if (!unlimited && app && app.quotaLeft <= 0)
    return (
      <Alert tone="danger" title={t('codes.generate.cost.full', { app: app.name })}>
        <p>{t('codes.generate.cost.fullText')}</p>
        <Button variant="secondary" size="sm" className="mt-2" onClick={() => choose('getwxacodeunlimit')}>
          {t('codes.generate.cost.useUnlimited')}
        </Button>
      </Alert>
    );
  return (
    <p aria-live="polite" className="text-[0.8125rem] leading-5 text-pretty text-muted-foreground">
      {isLiveForm(values) ? t('codes.generate.live.why') : t(`purposes.why.${endpoint}`)}
      {!unlimited && app && (
        <>
          <span className="block">
            {t('codes.generate.cost.limited', { app: app.name, left: app.quotaLeft })}
          </span>
          {app.mode === 'SANDBOX' && <span className="block">{t('codes.generate.cost.sandbox')}</span>}
        </>
      )}
    </p>
  );
}
