import type { DeclaredPage } from '@/lib/apps/parameters/declaration';
import { AppError, type FieldIssue } from '@/lib/errors';
import {
  isComplete,
  LABELS,
  plannedFields,
  targetField,
  type BatchPlan,
  type RowField,
} from '@/lib/batches/plan/plan';
import type { TableRow } from '@/lib/batches/table/table';
import { readParametersText } from '@/lib/live/parameters-text';
import { isSceneText } from '@/lib/wechat/rules/limits';
import { mend, type Mended } from './mend';
import { issue, type Resolved, type Resolver } from './cell';
import { packedScene, packingOf, type ScenePacking } from './pack-scene';
import { columnsOfSource, resolverOf, withWrittenCells } from './resolve-field';
import { liveResolved } from './resolve-live';
import { isLookField, type LookField } from './row-look';

/** A value as it was written and as it is meant; `dropped` is the query that a page loses and no scene takes. */
export type RowMend = { field: RowField; before: string } & Mended;

export type CompiledPlan = {
  plan: BatchPlan;
  columns: string[];
  resolvers: Map<RowField, Resolver>;
  /** Fields whose mendable values are mended. */
  applied: ReadonlySet<RowField>;
  packing: ScenePacking | null;
};

/** What a table is read by: how its plan makes rows, and what pages of its Mini Program take. */
export type PlanOf = { plan: BatchPlan; declared: readonly DeclaredPage[] };

/** @throws AppError INVALID_INPUT: a field that is missing, or a source that does not fit the table's columns */
export function compile({ plan, declared }: PlanOf, columns: string[]): CompiledPlan {
  const issues: FieldIssue[] = [];
  const resolvers = new Map<RowField, Resolver>();
  for (const field of plannedFields(plan)) {
    const source = plan.fields[field];
    if (!source) continue;
    const resolver = resolverOf(source, { field, columns });
    if (Array.isArray(resolver)) issues.push(...resolver);
    else resolvers.set(field, resolver);
  }
  if (!isComplete(plan)) issues.push(issue(targetField(plan), 'fieldMissing'));
  if (issues.length > 0) throw new AppError('INVALID_INPUT', { issues });
  return { plan, columns, resolvers, applied: new Set(plan.mends), packing: packingOf(plan, declared) };
}

export type RowTexts = {
  of: (field: RowField) => string;
  plain: (field: RowField) => string;
  look: [LookField, string][];
  /** Parameters of a live code. */
  pairs: [string, string][];
  issues: FieldIssue[];
  mends: RowMend[];
};

/**
 * A query that a mended page has lost becomes the scene, where the row has none and it may be one; of the page of a live
 * code it stays a query.
 */
function keepQuery(texts: Map<RowField, Resolved>, mended: RowMend): void {
  const { field, dropped } = mended;
  if (dropped === '') return;
  if (field === 'livePage') {
    const { pairs = [], issues = [] } = texts.get('liveParameters') ?? {};
    texts.set(
      'liveParameters',
      liveResolved({ ...readParametersText(dropped), ...Object.fromEntries(pairs) }, issues),
    );
  } else if (texts.get('scene')?.text === '' && isSceneText(dropped))
    texts.set('scene', { text: dropped, issues: [] });
  else return;
  mended.dropped = '';
}

type Read = { resolved: Resolved; mended: RowMend | null };

/** What one field says, and what it is mended to where the plan says so. */
function readField({ resolvers, applied }: CompiledPlan, field: RowField, row: TableRow): Read {
  const resolved = resolvers.get(field)?.(row) ?? { text: '', issues: [] };
  const { text: before } = resolved;
  const found = resolved.issues.length === 0 ? mend(field, before) : null;
  const mended = found && { field, before, ...found };
  return { resolved: mended && applied.has(field) ? { text: mended.after, issues: [] } : resolved, mended };
}

/** The row as its name and note read it: the cells of a mended scene are called as they are meant. */
function namedRow(compiled: CompiledPlan, row: TableRow): TableRow {
  const { plan, columns, applied } = compiled;
  const isMended = applied.has('scene') && readField(compiled, 'scene', row).mended !== null;
  return isMended ? withWrittenCells(row, columnsOfSource(plan.fields.scene, columns)) : row;
}

/** A scene as the page of its row takes it. */
function packScene(packing: ScenePacking, texts: Map<RowField, Resolved>): void {
  const scene = texts.get('scene');
  if (scene) texts.set('scene', packedScene(packing, texts.get('page')?.text ?? '', scene));
}

/** What each field of a row says, mended where the plan says so. */
export function resolveRow(compiled: CompiledPlan, row: TableRow): RowTexts {
  const { resolvers, applied, packing } = compiled;
  const named = namedRow(compiled, row);
  const texts = new Map<RowField, Resolved>();
  const mends: RowMend[] = [];
  for (const field of resolvers.keys()) {
    const isLabel = LABELS.some((label) => label === field);
    const { resolved, mended } = readField(compiled, field, isLabel ? named : row);
    texts.set(field, resolved);
    if (mended) mends.push(mended);
  }
  if (packing) packScene(packing, texts);
  const issues = [...texts.values()].flatMap((resolved) => resolved.issues);
  for (const mended of mends) if (applied.has(mended.field)) keepQuery(texts, mended);
  const of = (field: RowField) => texts.get(field)?.text ?? '';
  const look = [...texts.keys()].filter(isLookField).map((field): [LookField, string] => [field, of(field)]);
  const { pairs = [] } = texts.get('liveParameters') ?? {};
  return { of, plain: (field) => texts.get(field)?.plain ?? of(field), look, pairs, issues, mends };
}
