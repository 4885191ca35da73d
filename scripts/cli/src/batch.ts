import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { miniProgramOf, type Batch, type Context, type NewBatch } from './context';
import { Ending, orAborted } from './exit';
import { print, progress, say, table } from './terminal';

const ASK_EVERY_MS = 1000;

export type BatchOptions = {
  miniProgram?: string;
  preset?: string;
  live?: boolean;
  endpoint?: string;
  sheet?: string;
  name?: string;
  skip?: boolean;
  dryRun?: boolean;
  wait?: boolean;
};

const summary = ({ id, state, counts, stoppedBy }: Batch): string[] =>
  table([
    ['batch', id],
    ['state', stoppedBy === null ? state : `${state} (${stoppedBy})`],
    ...Object.entries(counts).map(([name, count]) => [name, String(count)]),
  ]);

/** What each field is made of. */
const mappingLines = ({ endpoint, live, fields }: NewBatch['mapping']): string[] =>
  table([
    ['endpoint', live ? `${endpoint}, live codes` : endpoint],
    ...fields.map(({ field, column, template, value }) => [
      field,
      column === undefined ? (template ?? value ?? '') : `{${column}}`,
    ]),
  ]);

function checkLines({ check, mapping }: NewBatch): string[] {
  const { counts, quota, problems, unfit } = check;
  return [
    ...mappingLines(mapping),
    `new ${counts.new}, made before ${counts.reused}, repeated ${counts.duplicate}, invalid ${counts.invalid}`,
    `permanent quota: ${quota.needed} of ${quota.limit - quota.floor - quota.usedBefore} left`,
    ...problems.map(
      ({ field, detail, rows, firstLine }) =>
        `${field}: ${detail} (${rows} rows, first in line ${firstLine})`,
    ),
    ...(unfit ? [`${unfit.rows} rows fit no scene: --live makes live codes of all`] : []),
  ];
}

/** Ends as the batch did. */
function requireAllMade({ state, counts, stoppedBy, errors }: Batch): void {
  const { failed, skipped, notMade } = counts;
  if (state === 'PAUSED') throw new Ending('stopped', `The batch was paused: ${stoppedBy ?? 'by somebody'}`);
  if (state === 'CANCELLED')
    throw new Ending('stopped', `The batch was cancelled; ${notMade} rows were not made.`);
  if (failed + skipped === 0) return;
  const causes = errors.map(({ cause, errmsg, rows }) => `\n  ${rows} × ${errmsg ?? cause}`).join('');
  throw new Ending('notAllMade', `${failed} rows failed, ${skipped} were left out.${causes}`);
}

/** From the moment when it is asked to start, a batch goes on without this command. */
async function goingOn<T>({ signal }: Context, batchId: string, work: Promise<T>): Promise<T> {
  try {
    return await orAborted(signal, work);
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new Ending(
      'interrupted',
      `What has begun goes on at the server. To see how far it is: suncode batch wait ${batchId}`,
    );
  }
}

async function follow(context: Context, batchId: string): Promise<Batch> {
  const bar = progress('rows', context.isJson);
  try {
    for (;;) {
      const batch = await context.api.ask<Batch>(`/batches/${encodeURIComponent(batchId)}`);
      const { total, made, reused, failed, skipped } = batch.counts;
      bar.show(made + reused + failed + skipped, total);
      if (batch.state !== 'RUNNING') return batch;
      await wait(ASK_EVERY_MS, undefined, { signal: context.signal });
    }
  } finally {
    bar.end();
  }
}

export async function waitForBatch(context: Context, batchId: string): Promise<void> {
  const batch = await goingOn(context, batchId, follow(context, batchId));
  print(batch, () => summary(batch), context.isJson);
  requireAllMade(batch);
}

export async function showBatch({ api, isJson }: Context, batchId: string): Promise<void> {
  const batch = await api.ask<Batch>(`/batches/${encodeURIComponent(batchId)}`);
  print(batch, () => summary(batch), isJson);
}

async function formOf(context: Context, path: string, options: BatchOptions): Promise<FormData> {
  const bytes = await readFile(path).catch((error: Error) => {
    throw new Ending('wrongUse', `${path} cannot be read: ${error.message}`);
  });
  const { preset, endpoint, sheet, name, skip, live } = options;
  const miniProgramId = await miniProgramOf(context, options.miniProgram);
  const form = new FormData();
  form.set('file', new File([new Uint8Array(bytes)], basename(path)));
  const policy = skip ? 'skip' : undefined;
  const fields = { miniProgramId, preset, endpoint, sheet, name, policy, live: live ? 'true' : undefined };
  for (const [field, value] of Object.entries(fields)) if (value !== undefined) form.set(field, value);
  return form;
}

async function plan(context: Context, path: string, options: BatchOptions): Promise<NewBatch> {
  const body = await formOf(context, path, options);
  return context.api.ask<NewBatch>('/batches/file', { method: 'POST', body });
}

const remove = ({ api }: Context, id: string) => api.ask<null>(`/batches/${id}`, { method: 'DELETE' });

/** Checks a table, starts what nothing stands in the way of, and costs no more than the check said. */
export async function createBatch(context: Context, file: string, options: BatchOptions): Promise<void> {
  const { api, isJson } = context;
  const planned = await plan(context, file, options);
  const { batch, check } = planned;
  if (options.dryRun || check.obstacle !== null) {
    await remove(context, batch.id);
    print(planned, () => checkLines(planned), isJson);
    if (check.obstacle === null) return;
    throw new Ending('refused', `Nothing was started: ${check.obstacle}`);
  }
  if (!isJson) for (const line of checkLines(planned)) say(line);
  const seen = { newRows: check.counts.new, needed: check.quota.needed };
  const start = api.ask<Batch>(`/batches/${batch.id}/start`, { method: 'POST', body: { seen } });
  const started = await goingOn(context, batch.id, start);
  if (options.wait) return waitForBatch(context, batch.id);
  print(started, () => summary(started), isJson);
}
