'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { CodeFilters } from '@/lib/codes/find/filters';
import { exactCountOptions } from '@/lib/codes/find/query-options';

export type ExactCountProps = {
  filters: CodeFilters;
  /** The number that is not exact. */
  text: string;
  className?: string | undefined;
};

/** A number that is not exact; pressed, it is counted. It takes the place of the plain text: a phone has none beside it. */
export function ExactCount({ filters, text, className }: ExactCountProps) {
  const t = useTranslations('codes.gallery');
  const { isFetching, refetch } = useQuery(exactCountOptions(filters));
  return (
    <Button
      variant="ghost"
      size="sm"
      title={t('countExactly')}
      aria-label={`${text}, ${t('countExactly')}`}
      pending={isFetching}
      onClick={() => void refetch()}
      className={cn(
        '-mx-3 text-sm font-normal text-muted-foreground tabular-nums underline decoration-dotted underline-offset-4 max-md:-mx-3.5 max-md:-my-2 max-md:[&:lang(en)]:min-w-24',
        className,
      )}
    >
      {text}
    </Button>
  );
}
