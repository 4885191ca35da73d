'use client';

import {
  ArrowDownToLine,
  ListX,
  Plus,
  Redo2,
  Replace,
  TriangleAlert,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Spinner } from '@/components/ui/spinner';
import { TABLE_MAX_ROWS } from '@/lib/batches/limits';
import type { Sheet } from './use-sheet';

/** Rows that did not pass, of the table as it was judged last; `isKnown` when that is this very table. */
export type BadRows = { count: number; isKnown: boolean };

type Command = 'undo' | 'redo' | 'fillDown' | 'removeRows' | 'addRow';

export type SheetToolbarProps = {
  sheet: Pick<Sheet, 'table' | 'range' | 'size' | 'saving' | 'fault' | 'retry' | Command>;
  bad: BadRows;
  onFind: () => void;
  /** `isGoing`: it was pressed, and the table is judged before it goes. */
  nextBad: { go: () => void; isGoing: boolean };
};

export function SheetToolbar({ sheet, bad, onFind, nextBad }: SheetToolbarProps) {
  const t = useTranslations('batches.grid');
  const { edits } = sheet.table;
  const { top, bottom } = sheet.range;
  const rows = bottom - top + 1;
  return (
    <div
      role="toolbar"
      aria-label={t('tools')}
      // The cell keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      className="flex flex-wrap items-center gap-1 px-3 pb-1.5 sm:px-4"
    >
      <div className="-mx-1 flex min-w-0 items-center gap-1 overflow-x-auto p-1 max-md:w-full max-md:fade-end max-md:pe-8">
        <IconButton label={t('undo')} size="icon-sm" disabled={edits.undo === 0} onClick={sheet.undo}>
          <Undo2 aria-hidden />
        </IconButton>
        <IconButton label={t('redo')} size="icon-sm" disabled={edits.redo === 0} onClick={sheet.redo}>
          <Redo2 aria-hidden />
        </IconButton>
        <Tool label={t('fillDown')} icon={ArrowDownToLine} disabled={rows < 2} onClick={sheet.fillDown} />
        <Tool label={t('findReplace')} icon={Replace} onClick={onFind} />
        <Tool
          label={t('removeRows', { rows })}
          icon={ListX}
          disabled={rows >= sheet.size.rows}
          onClick={sheet.removeRows}
        />
        <Tool
          label={t('addRow')}
          icon={Plus}
          disabled={sheet.size.rows >= TABLE_MAX_ROWS}
          onClick={sheet.addRow}
        />
      </div>
      {/* While the table is judged anew it keeps its place: pressed, it goes there as soon as that is known. */}
      {bad.count > 0 && (
        <Button
          size="sm"
          variant="ghost"
          aria-busy={!bad.isKnown}
          className={bad.isKnown ? 'text-danger-text' : 'text-muted-foreground'}
          // A second press would leave a row out.
          pending={nextBad.isGoing}
          onClick={nextBad.go}
        >
          <TriangleAlert aria-hidden />
          {t('nextBad', { rows: bad.count })}
        </Button>
      )}
      <SheetState sheet={sheet} bad={bad} />
    </div>
  );
}

type ToolProps = { label: string; icon: LucideIcon; disabled?: boolean; onClick: () => void };

function Tool({ label, icon: Icon, ...button }: ToolProps) {
  return (
    <Button variant="ghost" size="sm" className="shrink-0" {...button}>
      <Icon aria-hidden />
      {label}
    </Button>
  );
}

/** Whether all is kept, and what was changed since the table was read. */
function SheetState({ sheet, bad }: Pick<SheetToolbarProps, 'sheet' | 'bad'>) {
  const t = useTranslations('batches.grid');
  const { saving, fault, table } = sheet;
  const { cells, removed } = table.edits;
  return (
    <span
      role="status"
      className="ms-auto flex flex-wrap items-center gap-x-3 text-[0.8125rem] text-muted-foreground tabular-nums"
    >
      {fault && (
        <span className="text-danger-text">
          {fault.message} {fault.lost.length > 0 && <>{t('lost', { texts: fault.lost.join(' · ') })} </>}
          {fault.canRetry && (
            <Button variant="link" size="sm" onClick={sheet.retry}>
              {t('retry')}
            </Button>
          )}
        </span>
      )}
      {cells + removed > 0 && <span>{t('edits', { cells, removed })}</span>}
      <Judged saving={saving} bad={bad} />
    </span>
  );
}

function Judged({ saving, bad }: { saving: boolean; bad: BadRows }) {
  const t = useTranslations('batches.grid');
  if (saving || !bad.isKnown)
    return (
      <span className="inline-flex items-center gap-1.5">
        <Spinner className="size-3.5" />
        {saving ? t('saving') : t('checking')}
      </span>
    );
  return bad.count === 0 && <span className="text-success-text">{t('allPass')}</span>;
}
