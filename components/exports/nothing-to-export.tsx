import { FileArchive } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { EmptyState } from '@/components/data/empty-state';
import { Button } from '@/components/ui/button';

export function NothingToExport() {
  const t = useTranslations('exports.build.nothing');
  return (
    <EmptyState
      icon={<FileArchive />}
      title={t('title')}
      text={t('text')}
      action={<Button render={<Link href="/codes" />}>{t('action')}</Button>}
    />
  );
}
