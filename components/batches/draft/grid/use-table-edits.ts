'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { editDraftAction, undoEditAction } from '@/lib/batches/edit/edit-actions';
import type { EditedTable } from '@/lib/batches/edit/edit-types';
import type { Draft } from '@/lib/batches/draft/draft-types';
import type { PublicError } from '@/lib/i18n/translate-error';
import { lostTexts, movesRows, takeFrom, withoutParts, type Operation, type Sending } from './changes';
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

type Verdict = SheetFault & {
  /** What still waits. */
  left: Operation[];
  /** What is not shown over its cells any more. */
  withdraw: Operation[];
  isOver: boolean;
  goesOn: boolean;
};

/** What a refusal means for the change that it is about, and for those that wait behind it. */
function verdictOf(error: PublicError | undefined, operation: Sending, queue: Operation[]): Verdict {
  const { code, message, fields } = error ?? { code: '', message: '', fields: {} };
  const said = { message: Object.values(fields)[0] ?? message, canRetry: false, lost: [] };
  const waiting = [operation, ...queue];
  if (code === 'INVALID_INPUT') {
    const left = withoutParts(queue);
    return {
      ...said,
      lost: lostTexts([operation]),
      left,
      withdraw: [operation],
      isOver: false,
      goesOn: true,
    };
  }
  if (OVER.includes(code))
    return { ...said, lost: lostTexts(waiting), left: [], withdraw: waiting, isOver: true, goesOn: false };
  return { ...said, canRetry: true, left: waiting, withdraw: [], isOver: false, goesOn: false };
}

type Calls = {
  /** Sends one change. @returns whether those behind it are to be sent */
  call: (next: Sending) => Promise<boolean>;
  onBegin: () => void;
  onEnd: (isReached: boolean) => void;
};

/** Sends changes one after the other. */
function useQueue({ call, onBegin, onEnd }: Calls) {
  const [busy, setBusy] = useState({ saving: false, moving: false });
  const waiting = useRef<Operation[]>([]);
  const running = useRef<Promise<void> | null>(null);
  const sendAll = async () => {
    for (let next = takeFrom(waiting.current, newId); next; next = takeFrom(waiting.current, newId)) {
      if (!(await call(next))) break;
      setBusy({ saving: true, moving: waiting.current.some(movesRows) });
    }
    running.current = null;
    setBusy({ saving: false, moving: waiting.current.some(movesRows) });
    onEnd(waiting.current.length === 0);
  };
  const drain = () => {
    if (running.current || waiting.current.length === 0) return;
    onBegin();
    setBusy(({ moving }) => ({ saving: true, moving }));
    running.current = sendAll();
  };
  const push = (operations: Operation[]) => {
    waiting.current.push(...operations);
    if (operations.some(movesRows)) setBusy(({ saving }) => ({ saving, moving: true }));
    drain();
  };
  return { ...busy, waiting, running, push, drain };
}

/** Changes of a draft's table: shown at once, sent one after the other, and answered by the version that they made. */
export function useTableEdits(draft: Draft, onUndone: (table: EditedTable) => void) {
  const reach = useReach();
  const router = useRouter();
  const [state, setState] = useState({ table: tableOf(draft), own: [draft.version] });
  const [pending, setPending] = useState<Pending>(new Map());
  const [fault, setFault] = useState<SheetFault | null>(null);
  const version = useRef(draft.version);
  const timer = useRef<number>(undefined);
  // Somebody else changed it, or it was read again.
  if (!state.own.includes(draft.version)) setState({ table: tableOf(draft), own: [draft.version] });
  const { table, own } = state;

  const took = (operation: Sending, after: EditedTable) => {
    version.current = after.version;
    setState(({ own: before }) => ({ table: after, own: inOwnOrder(before, after.version) }));
    setPending((before) => settled(before, operation, after.version));
    if (operation.kind !== 'edit') onUndone(after);
  };
  const call = async (operation: Sending) => {
    const { data, serverError } = await reach(send(draft.id, version.current, operation));
    if (data) took(operation, data);
    if (data) return true;
    const { left, withdraw, isOver, goesOn, ...said } = verdictOf(serverError, operation, waiting.current);
    waiting.current = left;
    if (isOver) router.refresh();
    setPending((before) => (isOver ? new Map() : withdrawn(before, withdraw)));
    setFault(said);
    return goesOn;
  };
  const onBegin = () => {
    setFault(null);
    window.clearTimeout(timer.current);
  };
  const onEnd = (isReached: boolean) => {
    // Without an answer Next would leave the page to load it anew, and what waits would be lost with it.
    if (!isReached) return;
    timer.current = window.setTimeout(() => router.refresh(), REFRESH_MS);
  };
  const { saving, moving, waiting, running, push, drain } = useQueue({ call, onBegin, onEnd });
  // What waits is meant for the version that it was asked of.
  useEffect(() => {
    if (!running.current && waiting.current.length === 0) version.current = table.version;
  });
  const add = (...operations: Operation[]) => {
    for (const operation of operations) setPending((before) => pendingOf(before, operation));
    push(operations);
  };
  /** Waits for what is on its way. @returns the version that is kept then */
  const saved = async () => {
    await running.current;
    return version.current;
  };
  return { table, own, pending, saving, moving, fault, add, retry: drain, saved };
}
