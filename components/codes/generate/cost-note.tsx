'use client';

import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import { isLiveForm, type FormApp } from './form-values';
import { useFormValues } from './use-generate-form';

const QuotaFull = lazy(() => import('./quota-full').then((room) => ({ default: room.QuotaFull })));

/** Which kind of code it will be and why, and what pressing the button will cost, before it is pressed. */
export function CostNote({ app }: { app: FormApp | undefined }) {
  const t = useTranslations();
  const values = useFormValues();
  const { endpoint } = values;
  const unlimited = endpoint === 'getwxacodeunlimit';
  if (!unlimited && app && app.quotaLeft <= 0)
    return (
      <OnceWanted when>
        <QuotaFull app={app} />
      </OnceWanted>
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
