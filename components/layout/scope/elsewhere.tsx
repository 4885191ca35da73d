'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useScope } from './scope-context';

/** In an empty list: how many there are outside of the scope, and the way there. Nothing when there are none. */
export function ElsewhereButton({ count, more = false }: { count: number; more?: boolean }) {
  const t = useTranslations('layout.scope');
  const { pending, switchTo } = useScope();
  if (count === 0) return null;
  return (
    <Button pending={pending} onClick={() => switchTo(null)}>
      {t(more ? 'showElsewhereCapped' : 'showElsewhere', { count })}
    </Button>
  );
}
