'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useReach } from '@/components/data/use-reach';
import { editDraftAction, undoEditAction } from '@/lib/batches/edit/edit-actions';
import type { EditedTable, TableEdit } from '@/lib/batches/edit/edit-types';
import type { Draft } from '@/lib/batches/draft/draft-types';
import type { PublicError } from '@/lib/i18n/translate-error';
import { EDITS_MAX } from '@/lib/batches/limits';
import { inOwnOrder, pendingOf, settled, type Pending } from './pending';

export type Operation =
  { kind: 'edit'; edits: TableEdit[]; isContinued?: boolean } | { kind: 'undo' | 'redo' };

export type SheetTable = Pick<EditedTable, 'version' | 'rowCount' | 'edits'>;

/** Why the last change is not kept; `canRetry` when it waits to be sent again. */
export type SheetFault = { message: string; canRetry: boolean };

const tableOf = ({ version, rowCount, edits }: Draft): SheetTable => ({ version, rowCount, edits });

/** After the last change, the page around the sheet is brought up to date, also when the sheet is closed by then. */
const REFRESH_MS = 700;

/** The next call: changes that are no parts of a paste go together. */
function takeFrom(queue: Operation[]): Operation | undefined {
  const first = queue.shift();
  if (first?.kind !== 'edit' || first.isContinued !== undefined) return first;
  const edits = [...first.edits];
  for (let next = queue[0]; next?.kind === 'edit' && next.isContinued === undefined; next = queue[0]) {
    const isSmall = edits.length + next.edits.length <= EDITS_MAX && next.edits.every(isSmallPut);
    if (!isSmall) break;
    edits.push(...next.edits);
    queue.shift();
  }
  return { kind: 'edit', edits };
}

const isSmallPut = (edit: TableEdit) =>
  edit.kind === 'put' && edit.cells.length === 1 && (edit.cells[0]?.[0]?.length ?? 0) < 500;

function send(batchId: string, version: string, operation: Operation) {
  if (operation.kind !== 'edit') return undoEditAction({ batchId, version, way: operation.kind });
  const { edits, isContinued } = operation;
  return editDraftAction({ batchId, version, edits, isContinued });
}

/** Changes of a draft's table: shown at once, sent one after the other, and answered by the version that they made. */
export function useTableEdits(draft: Draft, onUndone: (table: EditedTable) => void) {
  const reach = useReach();
  const router = useRouter();
  const [state, setState] = useState({ table: tableOf(draft), own: [draft.version] });
  const [pending, setPending] = useState<Pending>(new Map());
  const [saving, setSaving] = useState(false);
  const [fault, setFault] = useState<SheetFault | null>(null);
  const queue = useRef<Operation[]>([]);
  const isBusy = useRef(false);
  const version = useRef(draft.version);
  const timer = useRef<number>(undefined);
  // Somebody else changed it, or it was read again.
  if (!state.own.includes(draft.version)) setState({ table: tableOf(draft), own: [draft.version] });
  const { table, own } = state;
  useEffect(() => void (version.current = table.version), [table.version]);

  const refused = (operation: Operation, error: PublicError | undefined) => {
    const { code, message, fields } = error ?? { code: '', message: '', fields: {} };
    const canRetry = code === 'UNREACHED';
    if (canRetry) queue.current.unshift(operation);
    else {
      queue.current = [];
      setPending(new Map());
    }
    setFault({ message: Object.values(fields)[0] ?? message, canRetry });
    if (code === 'TABLE_CHANGED') router.refresh();
  };
  const took = (operation: Operation, after: EditedTable) => {
    version.current = after.version;
    setState(({ own: before }) => ({ table: after, own: inOwnOrder(before, after.version) }));
    setPending((before) => settled(before, operation.kind === 'edit' ? operation.edits : [], after.version));
    if (operation.kind !== 'edit') onUndone(after);
  };
  const drain = async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    setSaving(true);
    setFault(null);
    window.clearTimeout(timer.current);
    for (let next = takeFrom(queue.current); next; next = takeFrom(queue.current)) {
      const { data, serverError } = await reach(send(draft.id, version.current, next));
      if (data) took(next, data);
      else {
        refused(next, serverError);
        break;
      }
    }
    isBusy.current = false;
    setSaving(false);
    timer.current = window.setTimeout(() => router.refresh(), REFRESH_MS);
  };
  const add = (...operations: Operation[]) => {
    queue.current.push(...operations);
    for (const operation of operations)
      setPending((before) => pendingOf(before, operation.kind === 'edit' ? operation.edits : null));
    void drain();
  };
  return { table, own, pending, saving, fault, add, retry: () => void drain() };
}

export type TableEditing = ReturnType<typeof useTableEdits>;
