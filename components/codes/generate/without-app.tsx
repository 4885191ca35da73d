import { LayoutGrid } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { EmptyState } from '@/components/data/states/empty-state';
import { Button } from '@/components/ui/button';

/** In place of the form while no Mini Program is connected. */
export function GenerateWithoutApp({ canManage }: { canManage: boolean }) {
  const t = useTranslations('codes.generate.noApp');
  return (
    <EmptyState
      icon={<LayoutGrid />}
      title={t('title')}
      text={canManage ? t('text') : t('textOperator')}
      action={canManage && <Button render={<Link href="/settings/apps" />}>{t('action')}</Button>}
    />
  );
}
