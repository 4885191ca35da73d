import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Action, Context } from './context';
import { Ending } from './exit';
import { pairsOf } from './pairs';
import { print, progress } from './terminal';

const ASK_EVERY_MS = 1000;

export type ManyOptions = { filter?: string[]; count?: number };

export type RetargetOptions = ManyOptions & {
  page?: string;
  scannedPage?: boolean;
  parameter?: string[];
  pause?: string | true;
  resume?: boolean;
  rules?: string;
  clearRules?: boolean;
  at?: string;
};

function scopeOf(ids: string[], { filter, count }: ManyOptions): object {
  if (ids.length > 0 && !filter) return { codeIds: ids };
  if (ids.length === 0 && filter) return { filters: pairsOf('--filter', filter), count };
  throw new Ending('wrongUse', 'Say which codes: their ids, or --filter');
}

function pauseOf({ pause, resume }: RetargetOptions) {
  if (pause !== undefined && resume) throw new Ending('wrongUse', 'Say one of --pause and --resume');
  if (resume) return { isPaused: false };
  return pause === undefined ? {} : { isPaused: true, message: pause === true ? '' : pause };
}

function rulesOf({ rules, clearRules }: RetargetOptions): unknown {
  if (rules !== undefined && clearRules) throw new Ending('wrongUse', 'Say one of --rules and --clear-rules');
  return rules === undefined ? (clearRules ? [] : undefined) : JSON.parse(readFileSync(rules, 'utf8'));
}

function pageOf({ page, scannedPage }: RetargetOptions): string | undefined {
  if (page !== undefined && scannedPage) throw new Ending('wrongUse', 'Say one of --page and --scanned-page');
  return scannedPage ? '' : page;
}

/** Until it is over. */
async function over({ api, isJson, signal }: Context, begun: Action): Promise<void> {
  const bar = progress('codes', isJson);
  let now = begun;
  try {
    for (; now.state === 'RUNNING'; now = await api.ask<Action>(`/actions/${begun.id}`)) {
      bar.show(now.done, now.total);
      await wait(ASK_EVERY_MS, undefined, { signal });
    }
  } finally {
    bar.end();
  }
  const { id, changed, failed, canUndo } = now;
  const undo = canUndo ? [`Undo with: suncode codes undo ${id}`] : [];
  print(now, () => [`${changed} changed, ${failed} could not be`, ...undo], isJson);
  if (failed > 0) throw new Ending('notAllMade', `${failed} codes could not be changed`);
}

export async function retargetCodes(
  context: Context,
  ids: string[],
  options: RetargetOptions,
): Promise<void> {
  const parameters = pairsOf('--parameter', options.parameter ?? []);
  const change = { page: pageOf(options), parameters, rules: rulesOf(options), startsAt: options.at };
  const body = { ...scopeOf(ids, options), ...change, ...pauseOf(options) };
  await over(context, await context.api.ask<Action>('/codes/many/retarget', { method: 'POST', body }));
}

export async function promoteCodes(context: Context, ids: string[], options: ManyOptions): Promise<void> {
  const body = scopeOf(ids, options);
  await over(context, await context.api.ask<Action>('/codes/many/promote', { method: 'POST', body }));
}

export async function undoAction(context: Context, id: string): Promise<void> {
  await over(context, await context.api.ask<Action>(`/actions/${id}/undo`, { method: 'POST' }));
}
