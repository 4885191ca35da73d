'use client';

import { Copy, Plus, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { KeptTo } from '@/components/data/sight/kept-to';
import { WholePiece } from '@/components/exports/print/piece-picture';
import { ConfirmAction } from '@/components/layout/confirm-action';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { Design } from '@/lib/print/design';
import { deleteDesignAction } from '@/lib/print/designs/actions';
import { BLANK, type ListedDesign } from '@/lib/print/designs/kept-types';
import { previewOf } from '@/lib/print/preview-of';
import type { PrintSample } from '@/lib/print/print-types';
import { starters, starterWords } from '@/lib/print/starters';
import { useCreateDesign } from './use-create-design';
import { usePlaceholder } from './use-placeholder';

export type DesignGalleryProps = { designs: ListedDesign[]; sample: PrintSample | null; canChange: boolean };

/** What the team has designed, and what it can begin with. */
export function DesignGallery({ designs, sample, canChange }: DesignGalleryProps) {
  const t = useTranslations('designs');
  const placeholder = usePlaceholder();
  const shown = sample ?? placeholder;
  return (
    <div className="flex flex-col gap-8">
      <Shelf title={t('gallery.team')} text={designs.length === 0 ? t('gallery.none') : undefined}>
        {designs.map((kept) => (
          <TeamCard key={kept.id} kept={kept} sample={shown} canChange={canChange} />
        ))}
      </Shelf>
      {canChange && <StarterShelf sample={shown} />}
    </div>
  );
}

function Shelf({ title, text, children }: { title: string; text?: string | undefined; children: ReactNode }) {
  return (
    <section>
      <h2 className="text-[0.9375rem] leading-6 font-semibold">{title}</h2>
      {text && <p className="mt-1 text-[0.8125rem] leading-5 text-muted-foreground">{text}</p>}
      <ul className="mt-3 grid grid-cols-2 gap-4 sm:grid-cols-[repeat(auto-fill,minmax(11rem,1fr))]">
        {children}
      </ul>
    </section>
  );
}

function Face({ design, sample }: { design: Design; sample: PrintSample }) {
  return (
    <svg
      aria-hidden
      viewBox={`-0.5 -0.5 ${design.width + 1} ${design.height + 1}`}
      className="h-36 w-full drop-shadow-sm"
    >
      <WholePiece {...previewOf(design, sample)} />
    </svg>
  );
}

function Measures({ design: { width, height } }: { design: Design }) {
  const t = useTranslations('exports.print');
  return (
    <span className="text-xs leading-4 text-muted-foreground tabular-nums">
      {t('size', { width, height })}
    </span>
  );
}

type TeamCardProps = { kept: ListedDesign; sample: PrintSample; canChange: boolean };

function TeamCard({ kept, sample, canChange }: TeamCardProps) {
  const { id, name, design, canChange: isTheirs, appNames } = kept;
  const t = useTranslations('designs');
  const common = useTranslations('common');
  const copy = useCreateDesign('');
  return (
    <Tile>
      <Face design={design} sample={sample} />
      <Link
        href={`/print/designs/${id}`}
        className="font-medium wrap-anywhere focus-ring after:absolute after:inset-0 after:rounded-xl hover:underline"
      >
        {name}
      </Link>
      <KeptTo appNames={appNames} />
      <div className="flex items-center justify-between gap-2">
        <Measures design={design} />
        {canChange && (
          <span className="relative z-1 -my-1 -me-1 flex">
            <IconButton
              label={t('copyOf', { name })}
              size="icon-sm"
              pending={copy.isPending}
              onClick={() => copy.mutate({ from: id, name })}
            >
              <Copy aria-hidden />
            </IconButton>
            {isTheirs && (
              <ConfirmAction
                trigger={
                  <Button
                    variant="ghost"
                    size="icon-sm"
                    aria-label={t('delete', { name })}
                    title={t('delete', { name })}
                  >
                    <Trash2 aria-hidden />
                  </Button>
                }
                title={t('deleteTitle', { name })}
                description={t('deleteText')}
                confirmLabel={common('delete')}
                variant="danger"
                action={() => deleteDesignAction({ designId: id })}
                done={t('deleted', { name })}
              />
            )}
          </span>
        )}
      </div>
    </Tile>
  );
}

/** A card that is pressed wherever one likes: its link or button reaches over all of it. */
function Tile({ children }: { children: ReactNode }) {
  return (
    <li className="relative flex flex-col gap-2 rounded-xl border border-border bg-surface p-3 shadow-xs transition-colors hover:border-input">
      {children}
    </li>
  );
}

function StarterShelf({ sample }: { sample: PrintSample }) {
  const t = useTranslations();
  const create = useCreateDesign('');
  const known = starters(starterWords((word) => t(`exports.print.words.${word}`)));
  const from = create.isPending ? create.variables.from : null;
  const blank = t('designs.gallery.blank');
  return (
    <Shelf title={t('designs.gallery.starters')} text={t('designs.gallery.startersText')}>
      <Tile>
        <span className="flex h-36 items-center justify-center rounded-lg border border-dashed border-input text-muted-foreground">
          <Plus aria-hidden className="size-6" />
        </span>
        <Start pending={from === BLANK} onStart={() => create.mutate({ from: BLANK, name: blank })}>
          {blank}
        </Start>
      </Tile>
      {known.map(({ key, design }) => {
        const name = t(`exports.print.designs.${key}`);
        return (
          <Tile key={key}>
            <Face design={design} sample={sample} />
            <Start pending={from === key} onStart={() => create.mutate({ from: key, name })}>
              {name}
            </Start>
            <Measures design={design} />
          </Tile>
        );
      })}
    </Shelf>
  );
}

type StartProps = { pending: boolean; onStart: () => void; children: string };

function Start({ pending, onStart, children }: StartProps) {
  return (
    <button
      type="button"
      aria-busy={pending}
      onClick={pending ? undefined : onStart}
      className="text-start font-medium wrap-anywhere focus-ring after:absolute after:inset-0 after:rounded-xl hover:underline aria-busy:opacity-60"
    >
      {children}
    </button>
  );
}
