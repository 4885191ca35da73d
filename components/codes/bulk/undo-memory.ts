import type { BulkKind } from '@/lib/db/generated/enums';

/** So long Ctrl+Z takes the last action of this tab back; nobody means an older one. */
const REMEMBERED_MS = 10 * 60 * 1000;
const KEY = 'suncode-undo';

export type LastAction = { bulkId: string; kind: BulkKind; at: number };

/** Kept by the tab, so that a reload does not forget it. */
export function rememberAction(bulkId: string, kind: BulkKind): void {
  const last: LastAction = { bulkId, kind, at: Date.now() };
  sessionStorage.setItem(KEY, JSON.stringify(last));
}

/** @param bulkId left out, whatever it was */
export function forgetAction(bulkId?: string): void {
  if (bulkId === undefined || recallAction()?.bulkId === bulkId) sessionStorage.removeItem(KEY);
}

export function recallAction(): LastAction | null {
  const text = sessionStorage.getItem(KEY);
  if (text === null) return null;
  const last: LastAction = JSON.parse(text);
  return Date.now() - last.at < REMEMBERED_MS ? last : null;
}
