'use client';

import { ChevronLeft, ChevronRight, ImageOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState, type PointerEvent, type Ref } from 'react';
import { ariaKeys, type ShortcutId } from '@/components/layout/keys/shortcuts';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import { PlainImage } from '@/components/ui/plain-image';
import type { CodeItem } from '@/lib/codes/find/query-options';
import { usePictureText } from '@/components/codes/gallery/results/code-badges';
import { pictureUrl } from '@/components/codes/gallery/results/code-text';

/** A finger that moves this far sideways turns to the next picture. */
const SWIPE_PX = 48;
const FITTED_WIDTH = 640;

export type LightboxStageProps = {
  ref: Ref<HTMLDivElement>;
  item: CodeItem;
  actual: boolean;
  first: boolean;
  last: boolean;
  onTurn: (by: 1 | -1) => void;
  /** Fetched ahead. */
  neighbours: (CodeItem | undefined)[];
};

function useSwipe(onTurn: (by: 1 | -1) => void) {
  const start = useRef<{ x: number; y: number } | null>(null);
  return {
    onPointerDown: (event: PointerEvent) => {
      start.current = event.pointerType === 'mouse' ? null : { x: event.clientX, y: event.clientY };
    },
    onPointerUp: (event: PointerEvent) => {
      const from = start.current;
      start.current = null;
      if (!from) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (Math.abs(dx) >= SWIPE_PX && Math.abs(dx) > 2 * Math.abs(dy)) onTurn(dx < 0 ? 1 : -1);
    },
  };
}

/** The picture between its two arrows: fitted, or pixel for pixel with the bytes as WeChat sent them. */
export function LightboxStage(props: LightboxStageProps) {
  const { ref, item, actual, first, last, onTurn, neighbours } = props;
  const swipe = useSwipe(onTurn);
  return (
    <div className="relative flex min-h-0 flex-1">
      <div
        ref={ref}
        tabIndex={-1}
        className={cn(
          'flex min-h-0 flex-1 overflow-auto p-4 outline-none sm:p-6 sm:px-20',
          actual ? 'touch-auto' : 'touch-pan-y',
        )}
        {...(actual ? {} : swipe)}
      >
        <Picture item={item} actual={actual} />
      </div>
      <Turn id="previousPicture" disabled={first} onClick={() => onTurn(-1)} />
      <Turn id="nextPicture" disabled={last} onClick={() => onTurn(1)} />
      <span hidden>
        {neighbours.map(
          (next) =>
            next && (
              <PlainImage
                key={next.id}
                src={`${pictureUrl(next)}&w=${FITTED_WIDTH}`}
                alt=""
                loading="eager"
              />
            ),
        )}
      </span>
    </div>
  );
}

function Picture({ item, actual }: { item: CodeItem; actual: boolean }) {
  const t = useTranslations('codes.gallery');
  const alt = usePictureText()(item);
  const [broken, setBroken] = useState(false);
  if (broken)
    return (
      <div
        role="img"
        aria-label={`${alt}: ${t('pictureMissing')}`}
        className="m-auto text-center text-muted-foreground"
      >
        <ImageOff aria-hidden className="mx-auto mb-3 size-8" />
        {t('pictureMissing')}
      </div>
    );
  const url = pictureUrl(item) ?? '';
  return (
    <div
      className={cn(
        'm-auto rounded-lg border border-border p-4 shadow-sm sm:p-6',
        item.isHyaline ? 'checkerboard' : 'bg-white',
        actual ? 'shrink-0' : 'flex max-h-full min-h-0 max-w-full',
      )}
    >
      <PlainImage
        src={actual ? url : `${url}&w=${FITTED_WIDTH}`}
        alt={alt}
        width={item.imageWidthPx ?? item.width}
        height={item.imageHeightPx ?? item.width}
        onError={() => setBroken(true)}
        draggable={false}
        className={cn('object-contain', actual ? 'max-w-none' : 'h-auto max-h-full min-h-0 w-160 max-w-full')}
      />
    </div>
  );
}

function Turn({ id, ...button }: { id: ShortcutId; disabled: boolean; onClick: () => void }) {
  const t = useTranslations('layout.shortcuts.keys');
  const next = id === 'nextPicture';
  const Icon = next ? ChevronRight : ChevronLeft;
  return (
    <button
      type="button"
      aria-label={next ? t('nextPicture') : t('previousPicture')}
      aria-keyshortcuts={ariaKeys(id)}
      {...button}
      className={cn(
        buttonVariants({ variant: 'secondary', size: 'icon' }),
        'absolute z-10 rounded-full max-sm:bottom-4 max-sm:size-12 sm:top-1/2 sm:size-11 sm:-translate-y-1/2',
        next ? 'end-4' : 'start-4',
      )}
    >
      <Icon aria-hidden className="size-5" />
    </button>
  );
}
