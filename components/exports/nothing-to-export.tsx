import { FileDown, Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { EmptyState } from '@/components/data/states/empty-state';
import { Button } from '@/components/ui/button';

/** @param named the address says which codes, and none of them is there */
export function NothingToExport({ named, isPrint = false }: { named: boolean; isPrint?: boolean }) {
  const t = useTranslations(isPrint ? 'exports.print' : 'exports.build');
  const kind = named ? 'nothing' : 'unnamed';
  return (
    <EmptyState
      icon={isPrint ? <Printer /> : <FileDown />}
      title={t(`${kind}.title`)}
      text={t(`${kind}.text`)}
      action={<Button render={<Link href="/codes" />}>{t(`${kind}.action`)}</Button>}
    />
  );
}
