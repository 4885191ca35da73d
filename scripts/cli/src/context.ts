import type { z } from 'zod';
import type { batchSchema, newFileBatchAnswer } from '@/lib/api/batches/schema';
import type { actionSchema } from '@/lib/api/codes/many';
import type { codeItemSchema, madeCodeSchema } from '@/lib/api/codes/schema';
import type { exportSchema } from '@/lib/api/exports/schema';
import type { Api } from './api';
import { Ending } from './exit';

// Types only: nothing of the server comes along.
export type Batch = z.output<typeof batchSchema>;
export type NewBatch = z.output<typeof newFileBatchAnswer>;
export type Code = z.output<typeof codeItemSchema>;
export type MadeCode = z.output<typeof madeCodeSchema>;
export type Export = z.output<typeof exportSchema>;
type MiniProgram = { id: string; name: string; appId: string };

export type Action = z.output<typeof actionSchema>;

export type Context = { api: Api; isJson: boolean; signal: AbortSignal };

export type Page<T> = { items: T[]; nextCursor: string | null };

/** By id, AppID or name; the only one that the key sees where none is named. @throws Ending */
export async function miniProgramOf({ api }: Context, wanted: string | undefined): Promise<string> {
  const { items } = await api.ask<{ items: MiniProgram[] }>('/mini-programs');
  const found = items.filter(
    ({ id, appId, name }) => wanted === undefined || [id, appId, name].includes(wanted),
  );
  const [one] = found;
  if (one && found.length === 1) return one.id;
  const known = items.map(({ id, name, appId }) => `\n  ${id}  ${appId}  ${name}`).join('');
  const why =
    wanted === undefined
      ? 'Name a Mini Program with --mini-program'
      : `There is no one Mini Program "${wanted}"`;
  throw new Ending('wrongUse', `${why}. The key sees:${known || ' none'}`);
}
