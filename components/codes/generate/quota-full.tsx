'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { useChooseEndpoint } from './use-choose-endpoint';

/** Nothing is left of the permanent limit; the unlimited kind does not need any. */
export function QuotaFull({ app }: { app: { name: string } }) {
  const t = useTranslations('codes.generate.cost');
  const choose = useChooseEndpoint();
  return (
    <Alert tone="danger" title={t('full', { app: app.name })}>
      <p>{t('fullText')}</p>
      <Button variant="secondary" size="sm" className="mt-2" onClick={() => choose('getwxacodeunlimit')}>
        {t('useUnlimited')}
      </Button>
    </Alert>
  );
}
