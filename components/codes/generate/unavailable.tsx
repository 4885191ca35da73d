import { Boxes, Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/data/empty-state';

/** In place of the form for those whose role does not generate. */
export function GenerateForbidden() {
  const t = useTranslations('codes.generate.forbidden');
  return (
    <EmptyState
      icon={<Lock />}
      title={t('title')}
      text={t('text')}
      action={
        <Button variant="secondary" render={<Link href="/codes" />}>
          {t('action')}
        </Button>
      }
    />
  );
}

/** In place of the form while no Mini Program is connected. */
export function GenerateWithoutApp({ canManage }: { canManage: boolean }) {
  const t = useTranslations('codes.generate.noApp');
  return (
    <EmptyState
      icon={<Boxes />}
      title={t('title')}
      text={canManage ? t('text') : t('textOperator')}
      action={canManage && <Button render={<Link href="/settings/apps" />}>{t('action')}</Button>}
    />
  );
}
