'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { RadioCardGroup } from '@/components/ui/form/radio-card';
import type { TableOrigin } from '@/lib/batches/table/table';
import type { Reread } from './use-reread';

export type EncodingDoubtProps = { origin: TableOrigin; reread: Reread };

/** Asks which of several readings of a text file is right; the guess is chosen, and stays until somebody says otherwise. */
export function EncodingDoubt({ origin, reread: { change, pending } }: EncodingDoubtProps) {
  const t = useTranslations('batches.reading');
  if (origin.kind !== 'file' || !origin.doubt || !origin.encoding) return null;
  const { encoding, doubt } = origin;
  return (
    <Alert tone="warning" title={t('doubtTitle')}>
      <p>{t('doubtText', { encoding: t(`encodings.${encoding}`) })}</p>
      <RadioCardGroup
        aria-label={t('doubtTitle')}
        className="mt-3 sm:grid-cols-2"
        items={doubt.map(({ encoding: value, cells }) => ({
          value,
          title: t(`encodings.${value}`),
          description: cells.join(' · '),
          disabled: pending,
        }))}
        value={encoding}
        onValueChange={(chosen) => change({ encoding: chosen })}
      />
      <Button
        variant="secondary"
        size="sm"
        className="mt-3"
        pending={pending}
        onClick={() => change({ encoding })}
      >
        {t('doubtConfirm')}
      </Button>
    </Alert>
  );
}
