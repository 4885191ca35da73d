'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { PATTERN_TOKENS } from '@/lib/bulk/name-pattern';

/** What can stand in braces; a press puts it where the cursor is. */
export function TokenButtons({ onInsert }: { onInsert: (token: string) => void }) {
  const t = useTranslations('bulk.rename');
  return (
    <div role="group" aria-label={t('tokens')} className="-mt-1 flex flex-wrap gap-1.5">
      {PATTERN_TOKENS.map((token) => (
        <Button
          key={token}
          variant="secondary"
          size="sm"
          className="h-7 px-2 text-xs max-md:h-11"
          onClick={() => onInsert(token === 'seq' ? '{seq:000}' : `{${token}}`)}
        >
          {t(`token.${token}`)}
        </Button>
      ))}
    </div>
  );
}
