'use client';

import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { QueryError } from '@/components/data/states/query-error';
import { buttonVariants } from '@/components/ui/button-variants';
import { ConfirmDialog } from '@/components/ui/overlay/alert-dialog';
import { DialogBackdrop } from '@/components/ui/overlay/dialog';
import { toast } from '@/components/ui/overlay/toast';
import { fetchNextBad } from '@/lib/batches/draft/draft-query-options';
import type { Draft } from '@/lib/batches/draft/draft-types';
import { RequestError } from '@/lib/http/fetch-json';
import type { DryRunState } from '@/components/batches/draft/check/use-dry-run';
import { CellBar } from './cell-bar';
import { FindBar } from './find-bar';
import { selectOne, type Place } from './selection';
import { SheetGrid } from './sheet-grid';
import { SheetToolbar, type BadRows } from './sheet-toolbar';
import { useActiveCell } from './use-active-cell';
import { useSheet, type Sheet } from './use-sheet';
import { useCellProblems } from './use-sheet-cells';
import { useSheetEvents } from './use-sheet-events';

export type TableDialogProps = { draft: Draft; check: DryRunState; start: Place; onClose: () => void };

/** The table as a sheet over the whole window, in the first cell from `start` on that did not pass. */
export function TableDialog({ start, ...props }: TableDialogProps) {
  const place = useFirstBad(props, start);
  return place && <SheetDialog {...props} start={place} />;
}

/** Null until it is known. Where none is bad, where nobody has judged yet, and where it cannot be told: `start` itself. */
function useFirstBad(
  { draft, check }: Pick<TableDialogProps, 'draft' | 'check'>,
  start: Place,
): Place | null {
  const { columnOf } = useCellProblems(draft);
  const { count, isKnown } = badRows(check, draft, draft.version);
  const isAsked = isKnown && count > 0;
  const { data, isError } = useQuery({
    ...{ queryKey: ['batches', draft.id, 'firstBad', draft.version, check.dryRun?.checkedAt, start.row] },
    queryFn: () => fetchNextBad(draft.id, start.row),
    enabled: isAsked,
    retry: false,
  });
  // It stays where it was opened when rows are mended.
  const [place, setPlace] = useState<Place | null>(isAsked ? null : start);
  if (place === null && isError) setPlace(start);
  if (place === null && data !== undefined)
    setPlace(data ? { row: data.rowNumber - 1, column: columnOf(data) ?? 0 } : start);
  return place;
}

/** It closes once all is kept, or when somebody gives the rest up. */
function SheetDialog({ draft, check, start, onClose }: TableDialogProps) {
  const t = useTranslations();
  const sheet = useSheet(draft, start);
  const escaped = useRef(0);
  const [isClosing, setClosing] = useState(false);
  const isStuck = isClosing && sheet.fault !== null && !sheet.saving;
  const isDone = isClosing && !sheet.saving && sheet.fault === null;
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (isDone) close();
  }, [isDone]);
  return (
    <BaseDialog.Root
      open
      onOpenChange={(open, { event }) => {
        // Escape that ended the typing in a cell.
        if (!open && event.timeStamp !== escaped.current && sheet.commit()) setClosing(true);
      }}
    >
      <BaseDialog.Portal>
        <DialogBackdrop />
        <BaseDialog.Popup
          data-slot="dialog"
          initialFocus={false}
          className="fixed inset-0 z-50 flex flex-col bg-surface-raised pb-safe outline-none sm:inset-4 sm:rounded-xl sm:border sm:border-border sm:shadow-lg"
        >
          <div className="flex items-center gap-3 py-2 ps-4 pe-3 sm:ps-5">
            <BaseDialog.Title className="min-w-0 flex-1 truncate text-base font-semibold">
              {t('batches.grid.title', { name: draft.name })}
            </BaseDialog.Title>
            <BaseDialog.Close className={buttonVariants({ size: 'sm' })}>{t('common.done')}</BaseDialog.Close>
          </div>
          <SheetBody
            {...{ draft, check, sheet }}
            onEscape={(event) => {
              escaped.current = event.timeStamp;
            }}
          />
          <ConfirmDialog
            open={isStuck}
            onOpenChange={(open) => setClosing(open)}
            title={t('batches.grid.stuckTitle')}
            description={sheet.fault?.message}
            confirmLabel={t('batches.grid.stuckClose')}
            cancelLabel={t('common.cancel')}
            onConfirm={onClose}
          />
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

type SheetBodyProps = Pick<TableDialogProps, 'draft' | 'check'> & {
  sheet: Sheet;
  onEscape: (event: Event) => void;
};

function SheetBody({ draft, check, sheet, onEscape }: SheetBodyProps) {
  const t = useTranslations('batches.grid');
  const [isFinding, setFinding] = useState(false);
  const { version } = sheet.table;
  const grid = { batchId: draft.id, version, checkedAt: check.dryRun?.checkedAt ?? null };
  const cell = useActiveCell(draft, sheet, grid);
  const bad = badRows(check, draft, version);
  const nextBad = useNextBad(draft, sheet, bad.isKnown);
  useForeignChange(cell.error);
  const find = () => setFinding(true);
  const events = useSheetEvents(sheet, grid, {
    text: () => cell.text,
    find,
    nextBad: nextBad.go,
    onEscape,
  });
  useUnsavedWarning(sheet.saving || sheet.fault !== null || sheet.typed !== null);
  return (
    <>
      <SheetToolbar {...{ sheet, bad, nextBad }} onFind={find} />
      {isFinding && <FindBar {...{ sheet, grid, onEscape }} onClose={() => setFinding(false)} />}
      <SheetGrid
        {...{ draft, sheet, grid, events }}
        label={cell.label}
        isInvalid={cell.problems.length > 0}
      />
      {cell.error && !isChanged(cell.error) && (
        <QueryError
          title={t('failedRows')}
          error={cell.error}
          onRetry={cell.retry}
          retrying={cell.retrying}
        />
      )}
      <CellBar
        {...{ column: cell.column, line: cell.line, was: cell.was, problems: cell.problems, cure: cell.cure }}
        onCure={(text) =>
          sheet.edit({ kind: 'put', top: sheet.active.row, left: sheet.active.column, cells: [[text]] })
        }
      />
    </>
  );
}

/** Those of the check that came last; known once this version was judged. */
function badRows({ dryRun, stale }: DryRunState, draft: Draft, version: string): BadRows {
  if (!dryRun) return { count: 0, isKnown: false };
  const count = dryRun.counts.invalid + dryRun.counts.duplicate;
  return { count, isKnown: !stale && draft.version === version };
}

/** What is still on its way to the server would be lost with the page. */
function useUnsavedWarning(saving: boolean): void {
  useEffect(() => {
    if (!saving) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [saving]);
}

/**
 * Goes to the next row that did not pass, and from the last one to the first; as soon as the table was judged, when it is
 * still to be.
 */
function useNextBad(draft: Draft, sheet: Sheet, isKnown: boolean): { go: () => void; isGoing: boolean } {
  const t = useTranslations('batches.grid');
  const showError = useErrorToast();
  const [isWanted, setWanted] = useState(false);
  const { columnOf } = useCellProblems(draft);
  const jump = useEffectEvent(async () => {
    try {
      const next = await fetchNextBad(draft.id, sheet.active.row + 1);
      if (next === null) return void toast.error(t('noBad'));
      const column = columnOf(next) ?? sheet.active.column;
      if (sheet.commit()) sheet.select(selectOne({ row: next.rowNumber - 1, column }));
    } catch (error) {
      showError(error);
    }
  });
  // What was typed last is kept by this very press, and the table it makes is to be judged before it is asked for.
  const isReady = isWanted && isKnown && !sheet.saving;
  useEffect(() => {
    if (!isReady) return;
    void jump().finally(() => setWanted(false));
  }, [isReady]);
  return { go: () => setWanted(sheet.commit()), isGoing: isWanted };
}

/** Somebody else changed the table: the page is read again, and the sheet begins anew with it. */
function useForeignChange(error: Error | null): void {
  const router = useRouter();
  const isForeign = isChanged(error);
  useEffect(() => {
    if (isForeign) router.refresh();
  }, [isForeign, router]);
}

function isChanged(error: Error | null): boolean {
  return error instanceof RequestError && error.detail?.code === 'TABLE_CHANGED';
}
