'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { CodeMotif } from '@/components/layout/page/code-motif';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';

/** It is connected: what can be done with it now. */
export function ConnectDone({ name, works }: { name: string; works: boolean }) {
  const t = useTranslations('apps.connect.finished');
  const box = useRef<HTMLDivElement>(null);
  // On a phone the button that was pressed stood far below.
  useEffect(() => {
    void box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <Card
      ref={box}
      className="relative flex scroll-mt-24 flex-col items-start gap-2 overflow-hidden p-6 sm:p-8"
    >
      <CodeMotif className="absolute -end-28 -top-28 size-64 text-accent opacity-20" />
      <h2 role="status" className="relative text-lg font-semibold wrap-anywhere">
        {t(works ? 'title' : 'keptTitle', { name })}
      </h2>
      <p className="relative max-w-md text-pretty text-muted-foreground">{t(works ? 'text' : 'keptText')}</p>
      <div className="relative mt-4 flex flex-wrap gap-2">
        <Button render={<Link href={works ? '/batches/new' : '/settings/apps'} />}>
          {t(works ? 'batch' : 'apps')}
        </Button>
        {works && (
          <Button variant="secondary" render={<Link href="/codes/new" />}>
            {t('code')}
          </Button>
        )}
        <Button variant="ghost" render={<Link href="/" />}>
          {t('overview')}
        </Button>
      </div>
    </Card>
  );
}
