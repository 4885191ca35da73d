import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';

/** The page that a failed row asked for: what has to be mended where WeChat does not know it. */
export function AskedPage({ page, className }: { page: string; className?: string }) {
  const t = useTranslations('batches.table');
  return (
    <span className={cn('text-xs text-muted-foreground', className)}>
      {t('page')} <span className="font-mono wrap-anywhere">{page}</span>
    </span>
  );
}
