'use client';

import { Dialog } from '@base-ui/react/dialog';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useShortcuts } from '@/components/layout/keys/use-shortcuts';
import { DialogBackdrop } from '@/components/ui/overlay/dialog';
import type { CodeItem } from '@/lib/codes/find/query-options';
import { LightboxBar } from './lightbox-bar';
import { LightboxStage } from './lightbox-stage';

/** So many pictures before the end of what is loaded the next page is asked for. */
const AHEAD = 4;

export type LightboxProps = {
  items: readonly CodeItem[];
  /** Of the picture that is shown; null when none is. */
  id: string | null;
  onShow: (id: string | null) => void;
  hasMore: boolean;
  /** How many codes the list has; null until that is known to the last one. */
  total: number | null;
  onLoadMore: () => void;
};

/** The focus goes to the row of the picture that was seen last, wherever the walk began. */
const rowOf = (id: string | undefined) =>
  document.querySelector<HTMLElement>(`[data-code-id="${CSS.escape(id ?? '')}"] [data-row-link]`);

/** Pictures one after the other, large. Codes without a picture are passed over. */
export function Lightbox({ items, id, onShow, hasMore, total, onLoadMore }: LightboxProps) {
  'use memo';
  const pictures = items.filter((item) => item.imageSha256);
  const index = pictures.findIndex((item) => item.id === id);
  const found = pictures[index];
  // What was shown last fades out after it was closed.
  const [shown, setShown] = useState(found);
  if (found && found !== shown) setShown(found);
  const stage = useRef<HTMLDivElement>(null);

  const near = found !== undefined && index >= pictures.length - AHEAD;
  useEffect(() => {
    if (near && hasMore) onLoadMore();
  }, [near, hasMore, onLoadMore, pictures.length]);

  const turn = (by: 1 | -1) => {
    const next = pictures[index + by];
    if (next) onShow(next.id);
  };

  return (
    <Dialog.Root open={found !== undefined} onOpenChange={(open) => !open && onShow(null)}>
      <Dialog.Portal>
        <DialogBackdrop />
        <Dialog.Popup
          data-slot="lightbox"
          initialFocus={stage}
          finalFocus={() => rowOf(shown?.id) ?? true}
          className="fixed inset-0 z-50 flex flex-col bg-background pb-safe transition-opacity duration-150 outline-none data-ending-style:opacity-0 data-starting-style:opacity-0 sm:inset-4 sm:rounded-2xl sm:border sm:border-border sm:shadow-lg lg:inset-8"
        >
          {shown && (
            <Content
              item={shown}
              position={{ index: Math.max(0, index), count: pictures.length, hasMore, total }}
              stageRef={stage}
              onTurn={turn}
              onClose={() => onShow(null)}
              neighbours={[pictures[index - 1], pictures[index + 1]]}
            />
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type Position = { index: number; count: number; hasMore: boolean; total: number | null };

type ContentProps = {
  item: CodeItem;
  position: Position;
  stageRef: RefObject<HTMLDivElement | null>;
  onTurn: (by: 1 | -1) => void;
  onClose: () => void;
  neighbours: (CodeItem | undefined)[];
};

function Content({ item, position, stageRef, onTurn, onClose, neighbours }: ContentProps) {
  const t = useTranslations('codes.gallery.lightbox');
  const [actual, setActual] = useState(false);
  const { index, count, hasMore, total } = position;
  const place = t('place', {
    index: index + 1,
    count: hasMore ? (total ?? count) : count,
    more: hasMore && total === null ? 'yes' : 'no',
  });
  // Space presses a button that has the focus.
  const onClosingKey = ({ key, target }: KeyboardEvent) => {
    if (key === ' ' && target instanceof Element && target.closest('button, a')) return false;
    return onClose();
  };
  useShortcuts(
    {
      nextPicture: () => onTurn(1),
      previousPicture: () => onTurn(-1),
      actualSize: () => setActual(!actual),
      closePicture: onClosingKey,
    },
    { early: true },
  );
  return (
    <>
      <LightboxBar item={item} place={place} actual={actual} onActual={setActual} />
      <p role="status" className="sr-only">
        {`${place}: ${item.name}`}
      </p>
      <LightboxStage
        key={item.id}
        ref={stageRef}
        item={item}
        actual={actual}
        onTurn={onTurn}
        first={index === 0}
        last={index === count - 1}
        neighbours={neighbours}
      />
    </>
  );
}
