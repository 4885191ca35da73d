import { setTimeout as wait } from 'node:timers/promises';
import type { Context, Export } from './context';
import { fileNameOf, nameIn, saveAs, targetOf } from './download';
import { Ending } from './exit';
import { pairsOf } from './pairs';
import { print, progress } from './terminal';

const ASK_EVERY_MS = 1000;

export type ExportOptions = {
  batch?: string;
  codes?: string[];
  filter?: string[];
  all?: boolean;
  format: string;
  names?: string;
  allowUnreleased?: boolean;
  skipUnreleased?: boolean;
  output?: string;
};

function scopeOf({ batch, codes, filter, all }: ExportOptions): object {
  const chosen = [
    ...(batch ? [{ batchId: batch }] : []),
    ...(codes ? [{ codeIds: codes }] : []),
    ...(filter ? [{ filters: pairsOf('--filter', filter) }] : []),
    ...(all ? [{ filters: {} }] : []),
  ];
  const [scope] = chosen;
  if (scope && chosen.length === 1) return scope;
  throw new Ending('wrongUse', 'Say what to export: one of --batch, --codes, --filter and --all');
}

function unreleasedOf({ allowUnreleased, skipUnreleased }: ExportOptions) {
  if (allowUnreleased && skipUnreleased)
    throw new Ending('wrongUse', 'Say one of --allow-unreleased and --skip-unreleased');
  if (allowUnreleased) return 'include';
  return skipUnreleased ? 'leaveOut' : undefined;
}

async function made({ api, isJson, signal }: Context, begun: Export): Promise<Export> {
  const bar = progress('codes', isJson);
  try {
    for (let now = begun; ; now = await api.ask<Export>(`/exports/${begun.id}`)) {
      bar.show(now.done, now.total);
      if (now.state !== 'running') return now;
      await wait(ASK_EVERY_MS, undefined, { signal });
    }
  } finally {
    bar.end();
  }
}

/** Asks for a file, waits until it is made, and fetches it. */
export async function exportCodes(context: Context, options: ExportOptions): Promise<void> {
  const { api, isJson, signal } = context;
  const { format, names } = options;
  const body = { ...scopeOf(options), format, names, unreleased: unreleasedOf(options) };
  const finished = await made(context, await api.ask<Export>('/exports', { method: 'POST', body }));
  if (finished.state !== 'finished')
    throw new Ending('failed', `The export was not made: ${finished.failure ?? finished.state}`);
  const response = await api.open(`/exports/${finished.id}/file`);
  const file = await targetOf(options.output, nameIn(response.headers) || fileNameOf(finished.fileName));
  await saveAs(response, file, signal);
  print({ ...finished, file }, () => [file], isJson);
}
