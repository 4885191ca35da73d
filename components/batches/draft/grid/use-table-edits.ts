'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useReach } from '@/components/data/use-reach';
import { editDraftAction, undoEditAction } from '@/lib/batches/edit/edit-actions';
import type { EditedTable } from '@/lib/batches/edit/edit-types';
import type { Draft } from '@/lib/batches/draft/draft-types';
import type { PublicError } from '@/lib/i18n/translate-error';
import { dropParts, lostTexts, movesRows, takeFrom, type Operation, type Sending } from './changes';
import { inOwnOrder, pendingOf, settled, withdrawn, type Pending } from './pending';

export type SheetTable = Pick<EditedTable, 'version' | 'rowCount' | 'edits'>;

/** Why the last change is not kept; `canRetry` when it waits to be sent again, else `lost` are texts that are gone. */
export type SheetFault = { message: string; canRetry: boolean; lost: string[] };

const tableOf = ({ version, rowCount, edits }: Draft): SheetTable => ({ version, rowCount, edits });

/** After the last change, the page around the sheet is brought up to date, also when the sheet is closed by then. */
const REFRESH_MS = 700;

/** The table is not what it was when these were asked for, or may not be changed: nothing of them can be made good. */
const OVER = ['TABLE_CHANGED', 'BATCH_STARTED', 'NOT_FOUND', 'FORBIDDEN'];

/** Outside of https a browser has no randomUUID. */
const newId = () =>
  [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');

function send(batchId: string, version: string, operation: Sending) {
  const { changeId } = operation;
  if (operation.kind !== 'edit') return undoEditAction({ batchId, version, way: operation.kind, changeId });
  const { edits, isContinued } = operation;
  return editDraftAction({ batchId, version, edits, isContinued, changeId });
}

/** Changes of a draft's table: shown at once, sent one after the other, and answered by the version that they made. */
export function useTableEdits(draft: Draft, onUndone: (table: EditedTable) => void) {
  const reach = useReach();
  const router = useRouter();
  const [state, setState] = useState({ table: tableOf(draft), own: [draft.version] });
  const [pending, setPending] = useState<Pending>(new Map());
  const [busy, setBusy] = useState({ saving: false, moving: false });
  const [fault, setFault] = useState<SheetFault | null>(null);
  const queue = useRef<Operation[]>([]);
  const running = useRef<Promise<void> | null>(null);
  const version = useRef(draft.version);
  const timer = useRef<number>(undefined);
  // Somebody else changed it, or it was read again.
  if (!state.own.includes(draft.version)) setState({ table: tableOf(draft), own: [draft.version] });
  const { table, own } = state;
  const isUnsaved = () => running.current !== null || queue.current.length > 0;
  // What waits is meant for the version that it was asked of.
  useEffect(() => {
    if (!isUnsaved()) version.current = table.version;
  });

  /** @returns whether the changes behind it still go */
  const refused = (operation: Sending, error: PublicError | undefined): boolean => {
    const { code, message, fields } = error ?? { code: '', message: '', fields: {} };
    const text = Object.values(fields)[0] ?? message;
    if (code === 'INVALID_INPUT') {
      dropParts(queue.current);
      setPending((before) => withdrawn(before, operation));
      setFault({ message: text, canRetry: false, lost: lostTexts([operation]) });
      return true;
    }
    const isOver = OVER.includes(code);
    const waiting = [operation, ...queue.current];
    queue.current = isOver ? [] : waiting;
    if (isOver) {
      setPending(new Map());
      router.refresh();
    }
    setFault({ message: text, canRetry: !isOver, lost: isOver ? lostTexts(waiting) : [] });
    return false;
  };
  const took = (operation: Sending, after: EditedTable) => {
    version.current = after.version;
    setState(({ own: before }) => ({ table: after, own: inOwnOrder(before, after.version) }));
    setPending((before) => settled(before, operation, after.version));
    if (operation.kind !== 'edit') onUndone(after);
  };
  const sendAll = async () => {
    for (let next = takeFrom(queue.current, newId); next; next = takeFrom(queue.current, newId)) {
      const { data, serverError } = await reach(send(draft.id, version.current, next));
      if (data) took(next, data);
      else if (!refused(next, serverError)) break;
      setBusy({ saving: true, moving: queue.current.some(movesRows) });
    }
    running.current = null;
    setBusy({ saving: false, moving: queue.current.some(movesRows) });
    timer.current = window.setTimeout(() => router.refresh(), REFRESH_MS);
  };
  const drain = () => {
    if (running.current || queue.current.length === 0) return;
    setFault(null);
    setBusy(({ moving }) => ({ saving: true, moving }));
    window.clearTimeout(timer.current);
    running.current = sendAll();
  };
  const add = (...operations: Operation[]) => {
    queue.current.push(...operations);
    for (const operation of operations) setPending((before) => pendingOf(before, operation));
    if (operations.some(movesRows)) setBusy(({ saving }) => ({ saving, moving: true }));
    drain();
  };
  return {
    ...{ table, own, pending, ...busy, fault, add, isUnsaved, retry: drain },
    /** Waits for what is on its way. @returns the version that is kept then */
    saved: async () => {
      await running.current;
      return version.current;
    },
  };
}
