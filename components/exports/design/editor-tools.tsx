'use client';

import { Minus, QrCode, Redo2, Square, Type, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { ADDED, withAdded, withPicture } from '@/lib/print/designs/edit';
import { AddPicture } from './add-picture';
import type { History } from './use-history';

const ICONS = { text: Type, box: Square, line: Minus, code: QrCode };

export type EditorToolsProps = { history: History; designId: string; onAdded: () => void };

/** What can be put onto the piece, and the way back. */
export function EditorTools({ history, designId, onAdded }: EditorToolsProps) {
  const t = useTranslations('designs.tools');
  const { design, change, undo, redo } = history;
  return (
    <div role="toolbar" aria-label={t('label')} className="flex flex-wrap items-center gap-2">
      {ADDED.map((added) => {
        const Icon = ICONS[added];
        return (
          <Button
            key={added}
            variant="secondary"
            size="sm"
            onClick={() => {
              change(withAdded(design, added, t('words')));
              onAdded();
            }}
          >
            <Icon aria-hidden />
            {t(added)}
          </Button>
        );
      })}
      <AddPicture
        designId={designId}
        label={t('picture')}
        onAdded={(picture) => {
          change(withPicture(design, picture));
          onAdded();
        }}
      />
      <span className="ms-auto flex gap-1">
        <IconButton label={t('undo')} disabled={!undo} onClick={undo ?? undefined}>
          <Undo2 aria-hidden />
        </IconButton>
        <IconButton label={t('redo')} disabled={!redo} onClick={redo ?? undefined}>
          <Redo2 aria-hidden />
        </IconButton>
      </span>
    </div>
  );
}
