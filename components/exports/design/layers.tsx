'use client';

import {
  ArrowDown,
  ArrowUp,
  Copy,
  Image as ImageIcon,
  Minus,
  QrCode,
  Square,
  Trash2,
  Type,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import type { DesignElement } from '@/lib/print/design';
import type { DesignProblem } from '@/lib/print/design-problems';
import { restacked, withCopy, without } from '@/lib/print/designs/edit';
import { kindOf, useElementName } from './use-element-name';
import type { History } from './use-history';

export type LayersProps = {
  history: History;
  chosen: number | null;
  onChoose: (at: number | null) => void;
  problems: readonly DesignProblem[];
};

/** What stands on the piece, the uppermost first. */
export function Layers({ history, chosen, onChoose, problems }: LayersProps) {
  const t = useTranslations('designs.layers');
  const { design, change } = history;
  const { elements } = design;
  return (
    <>
      <ul aria-label={t('title')} className="-mx-2">
        {elements
          .map((element, at) => ({ element, at }))
          .reverse()
          .map(({ element, at }) => (
            <li key={at}>
              <Layer
                element={element}
                isChosen={at === chosen}
                isWrong={problems.some((problem) => problem.at === at)}
                onChoose={() => onChoose(at === chosen ? null : at)}
              />
            </li>
          ))}
      </ul>
      {chosen !== null && elements[chosen] && (
        <div role="group" aria-label={t('tools')} className="mt-2 flex gap-1 border-t border-border pt-2">
          <IconButton
            label={t('up')}
            disabled={chosen === elements.length - 1}
            onClick={() => {
              change(restacked(design, chosen, 1));
              onChoose(chosen + 1);
            }}
          >
            <ArrowUp aria-hidden />
          </IconButton>
          <IconButton
            label={t('down')}
            disabled={chosen === 0}
            onClick={() => {
              change(restacked(design, chosen, -1));
              onChoose(chosen - 1);
            }}
          >
            <ArrowDown aria-hidden />
          </IconButton>
          <IconButton
            label={t('copy')}
            onClick={() => {
              change(withCopy(design, chosen));
              onChoose(chosen + 1);
            }}
          >
            <Copy aria-hidden />
          </IconButton>
          <IconButton
            label={t('remove')}
            onClick={() => {
              change(without(design, chosen));
              onChoose(null);
            }}
          >
            <Trash2 aria-hidden />
          </IconButton>
        </div>
      )}
    </>
  );
}

const ICONS = {
  code: <QrCode aria-hidden />,
  text: <Type aria-hidden />,
  picture: <ImageIcon aria-hidden />,
  box: <Square aria-hidden />,
  line: <Minus aria-hidden />,
};

type LayerProps = { element: DesignElement; isChosen: boolean; isWrong: boolean; onChoose: () => void };

function Layer({ element, isChosen, isWrong, onChoose }: LayerProps) {
  const name = useElementName()(element);
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className={cn(
        'flex min-h-9 w-full items-center gap-2.5 rounded-md px-2 py-1 text-start text-[0.8125rem] focus-ring hover:bg-muted max-md:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0',
        isChosen && 'bg-accent-subtle font-medium text-accent-text',
        isWrong && 'text-danger-text',
      )}
    >
      {ICONS[kindOf(element)]}
      <span className="truncate">{name}</span>
    </button>
  );
}
