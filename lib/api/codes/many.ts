import 'server-only';
import { z } from 'zod';
import { about } from '@/lib/api/descriptions';
import { endpoint } from '@/lib/api/endpoint';
import { EXAMPLE_IDS } from '@/lib/api/example-ids';
import { ALL_APPS } from '@/lib/apps/all-apps';
import type { Actor } from '@/lib/auth/actor';
import type { BulkProgress, BulkScope } from '@/lib/bulk/kinds';
import { getBulk } from '@/lib/bulk/queries';
import { countMatching } from '@/lib/bulk/scope';
import { startBulk, stopBulk, undoBulk } from '@/lib/bulk/start';
import { readFilterParams } from '@/lib/codes/find/filters';
import { codeFiltersSchema } from '@/lib/codes/find/filters-schema';
import { SELECTION_MAX_CODES } from '@/lib/codes/limits';
import { BulkKind, BulkState } from '@/lib/db/generated/enums';
import { countSchema, idSchema } from '@/lib/input/schemas';
import { toPairs } from '@/lib/live/target';
import { keptRules } from '@/lib/live/rules';
import { liveTargetSchema } from '@/lib/live/schema';
import { parseInput } from '@/lib/validation';
import { filterFields, filterQuery } from './filters';

const tag = 'codes';

const scopeShape = {
  codeIds: z.array(idSchema).min(1).max(SELECTION_MAX_CODES).optional().meta(about('manyCodeIds')),
  filters: z.strictObject(filterFields).optional().meta(about('manyFilters')),
  count: countSchema.min(1).optional().meta(about('countSeen')),
};

type Scope = { [Name in keyof typeof scopeShape]?: z.output<(typeof scopeShape)[Name]> };

/** Codes by id, or all that match: one of both. */
function checkScope({ value: { codeIds, filters }, issues }: z.core.ParsePayload<Scope>): void {
  if ((codeIds === undefined) !== (filters === undefined)) return;
  const params = { key: codeIds ? 'unknownKey' : 'required' };
  issues.push({ code: 'custom', input: filters, path: [codeIds ? 'filters' : 'codeIds'], params });
}

export const manyCodesSchema = z.strictObject(scopeShape).check(checkScope).meta({ id: 'ManyCodes' });

const target = liveTargetSchema.shape;
export const changedTargetsSchema = z
  .strictObject({
    ...scopeShape,
    page: target.page.nullable().default(null).meta(about('retargetPage')),
    parameters: target.parameters.meta(about('retargetParameters')),
    isPaused: z.boolean().nullable().default(null).meta(about('retargetPaused')),
    message: target.message,
    rules: target.rules.unwrap().nullable().default(null).meta(about('retargetRules')),
    startsAt: target.startsAt,
  })
  .check(checkScope)
  .check(({ value: { page, parameters, isPaused, rules }, issues }) => {
    if (page !== null || isPaused !== null || rules !== null || toPairs(parameters).length > 0) return;
    issues.push({ code: 'custom', input: parameters, path: ['parameters'], params: { key: 'liveNothing' } });
  })
  .meta({ id: 'ChangedTargets' });

export const actionSchema = z
  .object({
    id: z.string(),
    kind: z.enum(BulkKind).meta(about('actionKind')),
    state: z.enum(BulkState).meta(about('actionState')),
    isUndo: z.boolean(),
    canUndo: z.boolean(),
    total: z.int(),
    done: z.int(),
    changed: z.int(),
    failed: z.int().meta(about('actionFailed')),
  })
  .meta({ id: 'Action' });

const actionJson = ({ printed: _, isPlan: __, ...action }: BulkProgress) => action;

/** Who names no count takes as many as match now. @throws AppError INVALID_INPUT, FORBIDDEN */
async function scopeOf(actor: Actor, { codeIds, filters, count }: Scope): Promise<BulkScope> {
  if (codeIds) return { codeIds };
  const said = readFilterParams(filterQuery({ app: ALL_APPS, ...filters }));
  const matching = await countMatching(actor, said);
  return {
    filters: parseInput(codeFiltersSchema, said),
    ...{ until: matching.until, count: count ?? matching.count },
  };
}

const FINISHED = {
  ...{ id: EXAMPLE_IDS.actionId, kind: 'retarget', state: 'FINISHED', isUndo: false, canUndo: true },
  ...{ total: 2, done: 2, changed: 2, failed: 0 },
};

const errors = ['NOT_FOUND', 'BULK_COUNT_CHANGED', 'IDEMPOTENCY_BUSY', 'IDEMPOTENCY_REUSED'] as const;
const many = { method: 'POST', tag, permission: 'codes.write', output: actionSchema, status: 200 } as const;
const one = '/actions/{actionId}';

export const ACTION_ENDPOINTS = [
  endpoint({
    ...{ ...many, id: 'retargetCodes', path: '/codes/many/retarget', body: changedTargetsSchema, errors },
    example: {
      body: { codeIds: [EXAMPLE_IDS.codeId], page: 'pages/sale/index', parameters: { from: 'autumn' } },
      answer: { ...FINISHED, total: 1, done: 1, changed: 1 },
    },
    handle: async ({ actor, body: { codeIds, filters, count, rules, parameters, ...rest } }) => {
      const values = { ...rest, rules: rules && keptRules(rules), parameters: toPairs(parameters) };
      const scope = await scopeOf(actor, { codeIds, filters, count });
      return { body: actionJson(await startBulk(actor, { kind: 'retarget', values, scope })) };
    },
  }),
  endpoint({
    ...{ ...many, id: 'promoteCodes', path: '/codes/many/promote', body: manyCodesSchema, errors },
    example: {
      body: { codeIds: [EXAMPLE_IDS.codeId] },
      answer: {
        ...FINISHED,
        kind: 'promote',
        state: 'RUNNING',
        canUndo: false,
        total: 1,
        done: 0,
        changed: 0,
      },
    },
    handle: async ({ actor, body }) => ({
      body: actionJson(await startBulk(actor, { kind: 'promote', scope: await scopeOf(actor, body) })),
    }),
  }),
  endpoint({
    ...{ id: 'getAction', method: 'GET', path: one, tag, permission: 'codes.read', output: actionSchema },
    ...{ status: 200, errors: ['NOT_FOUND'] },
    example: { answer: FINISHED },
    handle: async ({ actor, params }) => ({ body: actionJson(await getBulk(actor, params.actionId ?? '')) }),
  }),
  endpoint({
    ...{ ...many, id: 'undoAction', path: `${one}/undo`, errors: ['NOT_FOUND', 'BULK_NO_UNDO'] },
    example: { answer: { ...FINISHED, isUndo: true, canUndo: false } },
    handle: async ({ actor, params }) => ({ body: actionJson(await undoBulk(actor, params.actionId ?? '')) }),
  }),
  endpoint({
    ...{ ...many, id: 'stopAction', path: `${one}/stop`, errors: ['NOT_FOUND'] },
    example: { answer: FINISHED },
    handle: async ({ actor, params }) => ({ body: actionJson(await stopBulk(actor, params.actionId ?? '')) }),
  }),
];
