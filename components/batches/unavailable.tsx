import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { EmptyState } from '@/components/data/empty-state';
import { Button } from '@/components/ui/button';

/** In place of the form for those whose role does not generate. */
export function BatchForbidden() {
  const t = useTranslations('batches.forbidden');
  return (
    <EmptyState
      icon={<Lock />}
      title={t('title')}
      text={t('text')}
      action={
        <Button variant="secondary" render={<Link href="/batches" />}>
          {t('action')}
        </Button>
      }
    />
  );
}
