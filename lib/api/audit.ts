import 'server-only';
import { z } from 'zod';
import { AUDIT_AREAS } from '@/lib/audit/catalogue';
import { listAudit } from '@/lib/audit/queries';
import type { AuditItem } from '@/lib/audit/audit-types';
import { LIST_SEARCH_MAX_CHARS } from '@/lib/lists/list-params';
import { daySchema, textSchema } from '@/lib/input/schemas';
import { about } from './descriptions';
import { endpoint } from './endpoint';
import { EXAMPLE_IDS } from './example-ids';

const plain = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const value = z.union([plain, z.array(z.string())]);

const eventSchema = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    actor: z.object({ kind: z.string(), name: z.string() }),
    action: z.string().meta(about('action')),
    target: z
      .object({ kind: z.string().nullable(), id: z.string().nullable(), name: z.string().nullable() })
      .nullable()
      .meta(about('auditTarget')),
    address: z.string().nullable(),
    changes: z.record(z.string(), z.object({ from: value, to: value })).nullable(),
    details: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'AuditEvent' });

function eventJson({ id, at, actor, action, target, address, changes, details }: AuditItem) {
  const about = target && { kind: target.kind, id: target.id, name: target.name };
  return { id, at, actor, action, target: about, address, changes, details };
}

const auditQuery = z.strictObject({
  q: textSchema(LIST_SEARCH_MAX_CHARS).default('').meta(about('auditText')),
  who: textSchema(64).default(''),
  area: z.enum(AUDIT_AREAS).optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  cursor: z.string().optional(),
});

const event = {
  ...{ id: '0a6c4f1e-3b7d-4d82-9f65-8b1e2c7a5d08', at: '2026-11-28T02:15:00.000Z' },
  ...{ actor: { kind: 'apiKey', name: '收银' }, action: 'code.update' },
  ...{ target: { kind: 'code', id: EXAMPLE_IDS.codeId, name: '12 号桌' }, address: '192.0.2.7' },
  ...{ changes: { name: { from: 't=12', to: '12 号桌' } }, details: null },
};

export const AUDIT_ENDPOINTS = [
  endpoint({
    ...{ id: 'listAudit', method: 'GET', path: '/audit', tag: 'activity', permission: 'audit.read' },
    query: auditQuery,
    output: z.object({ items: z.array(eventSchema), nextCursor: z.string().nullable() }),
    ...{ status: 200, errors: [] },
    example: { query: { area: 'codes' }, answer: { items: [event], nextCursor: null } },
    handle: async ({ actor, query: { cursor, area, from = '', to = '', q, who } }) => {
      const { items, nextCursor } = await listAudit(actor, { area: area ?? '', from, to, q, who, cursor });
      return { body: { items: items.map(eventJson), nextCursor } };
    },
  }),
];
