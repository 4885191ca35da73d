import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

export type RecentPagesProps = {
  /** What the last codes opened, the latest first. */
  pages: readonly string[];
  /** What stands in the field. */
  value: string;
  onChoose: (page: string) => void;
};

/** A page that was used before is pressed, not typed again. */
export function RecentPages({ pages, value, onChoose }: RecentPagesProps) {
  const t = useTranslations('common');
  const others = pages.filter((page) => page !== value);
  if (others.length === 0) return null;
  return (
    <p className="mt-1.5 flex flex-wrap items-center gap-1 text-[0.8125rem] leading-5 text-muted-foreground">
      {t('recentPages')}
      {others.map((page) => (
        <Button
          key={page}
          type="button"
          variant="ghost"
          size="sm"
          onClick={() => onChoose(page)}
          className="max-w-full px-2 font-mono text-accent-text"
        >
          <span className="truncate">{page}</span>
        </Button>
      ))}
    </p>
  );
}
