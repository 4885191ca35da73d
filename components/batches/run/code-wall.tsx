'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { pictureGround } from '@/components/data/picture-ground';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { PlainImage } from '@/components/ui/plain-image';
import { ARRIVALS_MAX, type Arrival, type BatchProgress } from '@/lib/batches/report/run-types';
import { nextWall } from './next-wall';

/** Three rows at each width: what would stand below them is not drawn, and its picture not asked for. */
const PHONE_PLACES = 18;
const TABLET_PLACES = 24;

/** The codes of a run as they come in: it fills, then the newest push the oldest out. */
export function CodeWall({ progress }: { progress: BatchProgress }) {
  const t = useTranslations('batches.run.wall');
  const { arrivals, made, running, waiting, state } = progress;
  const wall = useWall(arrivals, state === 'RUNNING');
  const isOpen = state === 'RUNNING' || state === 'PAUSED';
  const goal = Math.min(ARRIVALS_MAX, made + (isOpen ? running + waiting : 0));
  if (goal === 0) return null;
  const isDone = isAllDone(progress);
  return (
    <Card className="px-5 py-5 sm:px-6">
      <section aria-label={t('title')} className="flex flex-col gap-4">
        {isDone ? <Done count={made + progress.reused} /> : <Head count={made} isOpen={isOpen} />}
        <ul className="grid grid-cols-6 gap-1.5 sm:grid-cols-8 sm:gap-2 lg:grid-cols-12">
          {wall.codes.map((code, index) => (
            <li key={code.codeId} className={placeClass(index)}>
              <Tile code={code} isNew={!wall.first.has(code.codeId)} />
            </li>
          ))}
          {Array.from({ length: Math.max(goal - wall.codes.length, 0) }, (_, index) => (
            <li
              key={index}
              aria-hidden
              className={cn(
                'aspect-square rounded-md border border-dashed border-border',
                placeClass(wall.codes.length + index),
              )}
            />
          ))}
        </ul>
      </section>
    </Card>
  );
}

/** Nothing is left to do, and nothing went wrong. */
export function isAllDone({ state, failed, made }: BatchProgress): boolean {
  return state === 'FINISHED' && failed === 0 && made > 0;
}

/** What the wall shows, and what it showed at first, which is there and does not arrive. */
function useWall(arrivals: readonly Arrival[], isRunning: boolean) {
  const [first] = useState(() => new Set(arrivals.map(({ codeId }) => codeId)));
  const [seen, setSeen] = useState(arrivals);
  const [codes, setCodes] = useState(() => [...arrivals]);
  if (seen !== arrivals) {
    setSeen(arrivals);
    setCodes(isRunning ? nextWall(codes, arrivals) : [...arrivals]);
  }
  return { codes, first };
}

function placeClass(index: number): string {
  return cn(index >= PHONE_PLACES && 'max-sm:hidden', index >= TABLET_PLACES && 'max-lg:hidden');
}

function Tile({
  code: { codeId, name, imageSha256, isTransparent },
  isNew,
}: {
  code: Arrival;
  isNew: boolean;
}) {
  const url = `/api/codes/${codeId}/image?v=${imageSha256}`;
  return (
    <Link
      href={`/codes/${codeId}`}
      prefetch={false}
      aria-label={name}
      title={name}
      className={cn(
        'block aspect-square overflow-hidden rounded-md border border-border focus-ring transition-colors hover:border-input',
        pictureGround(isTransparent),
        isNew && 'arrive',
      )}
    >
      <PlainImage
        src={`${url}&w=96`}
        srcSet={`${url}&w=96 96w, ${url}&w=192 192w`}
        sizes="80px"
        alt=""
        loading="lazy"
        decoding="async"
        className="size-full object-contain"
      />
    </Link>
  );
}

function Head({ count, isOpen }: { count: number; isOpen: boolean }) {
  const t = useTranslations('batches.run.wall');
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
      <h2 className="text-[0.9375rem] leading-6 font-semibold">{t('title')}</h2>
      <p className="text-[0.8125rem] leading-5 text-muted-foreground">
        {isOpen && count === 0 ? t('first') : t('newest', { count })}
      </p>
    </div>
  );
}

/** In place of a notice: what was made stands right below. */
function Done({ count }: { count: number }) {
  const t = useTranslations('batches.run');
  return (
    <div role="status" className="flex items-center gap-9 ps-7 max-sm:gap-8">
      <span
        aria-hidden
        className="sun-rays my-6 flex size-12 shrink-0 items-center justify-center rounded-full bg-success-subtle text-success-text"
      >
        <Check className="size-5" />
      </span>
      <div className="min-w-0">
        <h2 className="text-[0.9375rem] leading-6 font-semibold">{t('finishedNotice')}</h2>
        <p className="text-pretty text-muted-foreground">{t('finishedText', { count })}</p>
      </div>
    </div>
  );
}
