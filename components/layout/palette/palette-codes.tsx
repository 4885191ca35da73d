'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { Boxes, CircleAlert, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { PlainImage } from '@/components/ui/plain-image';
import { useScope } from '@/components/layout/scope/scope-context';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { filterParams, NO_FILTERS } from '@/lib/codes/find/filters';
import { codeCountOptions, type CodeItem, type CodePageJson } from '@/lib/codes/find/query-options';
import type { CodeCount } from '@/lib/codes/find/count';
import { fetchJson } from '@/lib/http/fetch-json';
import { PaletteRow } from './palette-row';

const PAUSE_MS = 200;
const FOUND_MAX = 6;
const RECENT_MAX = 4;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Codes of the scope that have the text in them; with none, those that the person used last. */
function useCodes(q: string, app: string) {
  const filters = { ...NO_FILTERS, app, ...(q ? { q } : { place: 'recent' as const }) };
  const params = filterParams(filters).toString();
  return useQuery({
    queryKey: ['codes', 'palette', params],
    queryFn: ({ signal }) => fetchJson<CodePageJson>(`/api/codes?${params}`, signal),
    placeholderData: q ? keepPreviousData : undefined,
    staleTime: 0,
  });
}

export function PaletteCodes({ text, onDone }: { text: string; onDone: () => void }) {
  const t = useTranslations('layout.palette');
  const router = useRouter();
  const q = useSettled(text.trim());
  const { appId, switchTo } = useScope();
  const { data } = useCodes(q, appId ?? ALL_APPS);
  const everywhere = useQuery({
    ...codeCountOptions({ ...NO_FILTERS, app: ALL_APPS, q }),
    enabled: appId !== null && q !== '',
  });
  const items = data?.items.slice(0, q ? FOUND_MAX : RECENT_MAX) ?? [];
  const goTo = (path: `/codes/${string}` | `/codes?${string}`) => {
    onDone();
    router.push(path);
  };
  return (
    <>
      {items.length > 0 && (
        <Command.Group heading={q ? t('groups.found') : t('groups.recent')} forceMount>
          {items.map((item) => (
            <PaletteRow
              key={item.id}
              always
              value={`code ${item.id}`}
              icon={<Thumbnail item={item} />}
              label={item.name}
              detail={item.scene ?? item.path ?? ''}
              onSelect={() => goTo(`/codes/${item.id}`)}
            />
          ))}
        </Command.Group>
      )}
      {q && (
        <Command.Group forceMount>
          <PaletteRow
            always
            value="search all"
            icon={<Search aria-hidden />}
            label={t('searchAll', { text: q })}
            onSelect={() => goTo(`/codes?${filterParams({ ...NO_FILTERS, q })}`)}
          />
          {appId !== null && (
            <PaletteRow
              always
              value="search everywhere"
              icon={<Boxes aria-hidden />}
              label={t('searchEverywhere', { text: q })}
              detail={everywhere.data && countText(everywhere.data)}
              onSelect={() => {
                switchTo(null);
                goTo(`/codes?${filterParams({ ...NO_FILTERS, q })}`);
              }}
            />
          )}
        </Command.Group>
      )}
    </>
  );
}

/** “42”, “10000+”. */
function countText({ count, capped }: CodeCount): string {
  return capped ? `${count}+` : String(count);
}

function Thumbnail({ item: { id, imageSha256, isHyaline } }: { item: CodeItem }) {
  if (!imageSha256) return <CircleAlert aria-hidden />;
  return (
    <span className={`size-7 shrink-0 rounded-xs p-0.5 ${isHyaline ? 'checkerboard' : 'bg-white'}`}>
      <PlainImage
        src={`/api/codes/${id}/image?v=${imageSha256}&w=96`}
        alt=""
        className="size-full object-contain"
      />
    </span>
  );
}
