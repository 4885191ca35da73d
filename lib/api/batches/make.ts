import 'server-only';
import { textsOf } from '@/lib/i18n/texts';
import type { Actor } from '@/lib/auth/actor';
import { dryRun } from '@/lib/batches/check/dry-run';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { deleteDraft } from '@/lib/batches/draft/drafts';
import { getDraft } from '@/lib/batches/draft/get-draft';
import { adoptPreset } from '@/lib/batches/plan/adopt-plan';
import { ROW_FIELDS, type BatchPlan, type RowField } from '@/lib/batches/plan/plan';
import { asLive } from '@/lib/batches/plan/live-source';
import { listPresets } from '@/lib/batches/plan/presets';
import { getBatch } from '@/lib/batches/report/queries';
import { startBatch } from '@/lib/batches/run/start';
import { toHex } from '@/lib/codes/generate/parameters';
import { AppError, isAppError } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { batchJson, checkJson, mappingJson } from './as-json';
import type { NewBatch, NewFileBatch } from './schema';

type Row = NewBatch['rows'][number];

type Value = Row[Exclude<RowField, 'liveParameters' | 'livePage'>];

/** What a row says of a field. Parameters of a live code are kept in one cell. */
function valueOf({ live, ...row }: Row, field: RowField): Value {
  if (field === 'liveParameters') return live && JSON.stringify(live.parameters);
  return field === 'livePage' ? live?.page : row[field];
}

/** As a cell says it; an empty one leaves it to the common look. */
function cellOf(value: Value): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? `#${toHex(value)}` : String(value);
}

function planOf({ endpoint, look, policy }: NewBatch, columns: RowField[]): BatchPlan {
  const fields = Object.fromEntries(columns.map((field, column) => [field, { from: 'column', column }]));
  const isLive = columns.includes('liveParameters');
  return { endpoint, ...(isLive && { isLive }), fields, look, policy };
}

/** A draft of which nothing could be judged is none: nobody asked for it to stay. */
async function orRemoved<T>(actor: Actor, batchId: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isAppError(error)) await deleteDraft(actor, batchId);
    throw error;
  }
}

type Planned = { batchId: string; plan: BatchPlan; start: boolean; locale: Locale };

/** Started when that was asked for and nothing stands in the way. */
async function checked(actor: Actor, { batchId, plan, start, locale }: Planned) {
  const check = await orRemoved(actor, batchId, dryRun(actor, batchId, plan));
  if (start && check.obstacle === null) await startBatch(actor, batchId);
  const t = textsOf(locale);
  return { batch: batchJson(await getBatch(actor, batchId), t), check: checkJson(check, t) };
}

/** A batch from rows, judged as after an upload. */
export async function makeBatch(actor: Actor, input: NewBatch, locale: Locale) {
  const columns = ROW_FIELDS.filter((field) => input.rows.some((row) => valueOf(row, field) !== undefined));
  const rows = input.rows.map((row) => columns.map((field) => cellOf(valueOf(row, field))));
  const { miniProgramId, name, start } = input;
  const batchId = await createDraft(actor, { miniProgramId, name, source: { kind: 'rows', columns, rows } });
  return checked(actor, { batchId, plan: planOf(input, columns), start, locale });
}

const refusedPreset = (key: 'batchIssues.presetMissing' | 'batchIssues.templateColumn', names: string[]) =>
  new AppError('INVALID_INPUT', {
    issues: names.map((name) => ({ field: 'preset', key, values: { name } })),
  });

/** @throws AppError INVALID_INPUT for what is neither an id nor the name of one alone */
async function presetId(actor: Actor, wanted: string): Promise<string> {
  const presets = await listPresets(actor);
  const byId = presets.find(({ id }) => id === wanted);
  const [first, ...more] = presets.filter(({ name }) => name === wanted);
  const found = byId ?? (more.length === 0 ? first : undefined);
  if (!found) throw refusedPreset('batchIssues.presetMissing', [wanted]);
  return found.id;
}

/** The columns of the table, and what they are for: as the preset says, or as they are understood. */
async function mapped(
  actor: Actor,
  batchId: string,
  { preset, locale }: { preset?: string; locale: Locale },
) {
  if (preset !== undefined) {
    // Where a column is missing a person would choose another one.
    const { missing } = await adoptPreset(actor, batchId, preset);
    if (missing.length > 0) throw refusedPreset('batchIssues.templateColumn', missing);
  }
  const { plan, columns } = await getDraft(actor, batchId, locale);
  return { plan, columns };
}

/** A batch from a file that is read and understood as in the console. */
export async function makeFileBatch(actor: Actor, input: NewFileBatch, locale: Locale) {
  const { miniProgramId, name, file, sheet, headerRow, policy, live, start } = input;
  const preset = input.preset && (await presetId(actor, input.preset));
  const options = { ...(sheet !== undefined && { sheet }), ...(headerRow !== undefined && { headerRow }) };
  const batchId = await createDraft(actor, { miniProgramId, name, source: { kind: 'file', file, options } });
  const found = await orRemoved(
    actor,
    batchId,
    mapped(actor, batchId, { ...(preset && { preset }), locale }),
  );
  const own = preset ? found.plan.endpoint : 'getwxacodeunlimit';
  const { endpoint = own } = input;
  const read = { ...found.plan, endpoint, policy: policy ?? found.plan.policy };
  const plan = live === 'true' ? asLive(read, found.columns) : read;
  const made = await checked(actor, { batchId, plan, start: start === 'true', locale });
  return {
    ...made,
    mapping: mappingJson(
      plan,
      found.columns.map(({ name: column }) => column),
    ),
  };
}
