'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { Purpose } from '@/lib/purposes/purpose';
import { controlId } from '@/components/codes/generate/form-values';
import { useFormValues } from '@/components/codes/generate/use-generate-form';
import { rebuilt } from './purpose-values';
import { useChange } from './use-purpose-form';

/** What was written among all parameters and does not follow from the fields: it stays until somebody takes it back. */
export function OwnTarget({ purpose, error }: { purpose: Purpose; error: string | undefined }) {
  const t = useTranslations('purposes.form');
  const change = useChange();
  const { endpoint, scene, path } = useFormValues();
  return (
    <Alert tone={error ? 'danger' : 'info'} title={t('own')}>
      <p id={controlId('scene')} tabIndex={-1}>
        {t('ownText')}{' '}
        <code className="font-mono text-xs wrap-anywhere">
          {endpoint === 'getwxacodeunlimit' ? scene : path}
        </code>
      </p>
      {error && <p className="mt-1 font-medium">{error}</p>}
      <Button
        variant="secondary"
        size="sm"
        className="mt-2"
        onClick={() => change((values) => rebuilt(purpose, values))}
      >
        {t('useFields')}
      </Button>
    </Alert>
  );
}
