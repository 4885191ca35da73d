'use client';

import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { Bookmark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { viewListOptions } from '@/lib/views/query-options';
import { PaletteRow } from './palette-row';

/** The saved views, by their names. */
export function PaletteViews({ onDone }: { onDone: () => void }) {
  const t = useTranslations('layout.palette');
  const router = useRouter();
  const views = useQuery(viewListOptions()).data ?? [];
  if (views.length === 0) return null;
  return (
    <Command.Group heading={t('groups.views')}>
      {views.map(({ id, name, query }) => (
        <PaletteRow
          key={id}
          value={`view ${id}`}
          words={t('words.views')}
          icon={<Bookmark aria-hidden />}
          label={name}
          onSelect={() => {
            onDone();
            router.push(`/codes?${query}`);
          }}
        />
      ))}
    </Command.Group>
  );
}
