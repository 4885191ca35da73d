'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { LayoutGrid, CircleAlert, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import { pictureGround } from '@/components/data/picture-ground';
import { PlainImage } from '@/components/ui/plain-image';
import { useScope } from '@/components/layout/scope/scope-context';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { filterParams, NO_FILTERS } from '@/lib/codes/find/filters';
import { codeCountOptions, type CodeItem, type CodePageJson } from '@/lib/codes/find/query-options';
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

type PaletteCodesProps = {
  text: string;
  onDone: () => void;
  /** Takes a row for Enter to open. */
  onChoose: (value: string) => void;
};

const valueOf = ({ id }: CodeItem) => `code ${id}`;

/** Enter opens the first code as soon as it is there, unless something above it is chosen already. */
function useChooseFirst(first: CodeItem | undefined, onChoose: (value: string) => void): void {
  const choose = useEffectEvent(onChoose);
  const value = first && valueOf(first);
  useEffect(() => {
    if (value && !document.querySelector('[cmdk-item][aria-selected=true]')) choose(value);
  }, [value]);
}

export function PaletteCodes({ text, onDone, onChoose }: PaletteCodesProps) {
  const t = useTranslations('layout.palette.groups');
  const router = useRouter();
  const q = useSettled(text.trim());
  const { appId } = useScope();
  const { data } = useCodes(q, appId ?? ALL_APPS);
  const items = data?.items.slice(0, q ? FOUND_MAX : RECENT_MAX) ?? [];
  useChooseFirst(q ? items[0] : undefined, onChoose);
  return (
    <>
      {items.length > 0 && (
        <Command.Group heading={q ? t('found') : t('recent')} forceMount>
          {items.map((item) => (
            <PaletteRow
              key={item.id}
              always
              value={valueOf(item)}
              icon={<Thumbnail item={item} />}
              label={item.name}
              detail={item.scene ?? item.path ?? ''}
              onSelect={() => {
                onDone();
                router.push(`/codes/${item.id}`);
              }}
            />
          ))}
        </Command.Group>
      )}
      {q && (
        <Command.Group forceMount>
          <SearchRow q={q} onDone={onDone} />
          {appId !== null && <SearchEverywhereRow q={q} onDone={onDone} />}
        </Command.Group>
      )}
    </>
  );
}

type SearchProps = { q: string; onDone: () => void };

/** To all that is found in the scope. */
function SearchRow({ q, onDone }: SearchProps) {
  const t = useTranslations('layout.palette');
  const router = useRouter();
  return (
    <PaletteRow
      always
      value="search all"
      icon={<Search aria-hidden />}
      label={t('searchAll', { text: q })}
      onSelect={() => {
        onDone();
        router.push(`/codes?${filterParams({ ...NO_FILTERS, q })}`);
      }}
    />
  );
}

/** How many there are without the scope, and the way there. */
function SearchEverywhereRow({ q, onDone }: SearchProps) {
  const t = useTranslations('layout.palette');
  const router = useRouter();
  const { switchTo } = useScope();
  const { data } = useQuery(codeCountOptions({ ...NO_FILTERS, app: ALL_APPS, q }));
  const counted = data && (data.capped ? `${data.count}+` : String(data.count));
  return (
    <PaletteRow
      always
      value="search everywhere"
      icon={<LayoutGrid aria-hidden />}
      label={t('searchEverywhere', { text: q })}
      detail={counted}
      onSelect={() => {
        onDone();
        switchTo(null, () => router.push(`/codes?${filterParams({ ...NO_FILTERS, q })}`));
      }}
    />
  );
}

function Thumbnail({ item: { id, imageSha256, isHyaline } }: { item: CodeItem }) {
  if (!imageSha256) return <CircleAlert aria-hidden />;
  return (
    <span className={`size-7 shrink-0 overflow-hidden rounded-xs ${pictureGround(isHyaline)}`}>
      <PlainImage
        src={`/api/codes/${id}/image?v=${imageSha256}&w=96`}
        alt=""
        className="size-full object-contain"
      />
    </span>
  );
}
