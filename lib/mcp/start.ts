import 'server-only';
import { z } from 'zod';
import { batchJson } from '@/lib/api/batches/as-json';
import { newBatchAnswer, newBatchSchema } from '@/lib/api/batches/schema';
import type { AnyReply } from '@/lib/api/endpoint';
import { textsOf } from '@/lib/i18n/texts';
import type { KeyActor } from '@/lib/auth/actor';
import { requireDraft } from '@/lib/batches/draft/open-draft';
import { getBatch } from '@/lib/batches/report/queries';
import { startBatch } from '@/lib/batches/run/start';
import { idSchema } from '@/lib/input/schemas';
import { newConfirmation, readConfirmation } from './confirmation';
import { tool, type Tool } from './tool';

// Two tools where the REST API has one with `start`: an assistant spends nothing that a person was not shown.
const { start: _, ...planShape } = newBatchSchema.shape;

const plannedSchema = newBatchAnswer.extend({
  confirmationToken: z.string().nullable().meta({
    description: 'For start_batch, within a day. Null while check.obstacle stands in the way.',
  }),
});

async function withToken(actor: KeyActor, reply: AnyReply): Promise<z.output<typeof plannedSchema>> {
  const { batch, check } = newBatchAnswer.parse('body' in reply ? reply.body : null);
  if (check.obstacle !== null) return { batch, check, confirmationToken: null };
  const { updatedAt } = await requireDraft(actor, batch.id);
  const shown = { batchId: batch.id, newRows: check.counts.new, needed: check.quota.needed, updatedAt };
  return { batch, check, confirmationToken: newConfirmation(actor, shown) };
}

export const START_TOOLS: Tool[] = [
  tool({
    ...{ name: 'plan_batch', title: 'Plan a batch', of: 'createBatch', effect: 'make' },
    description:
      'Check up to 50,000 rows at once, and keep them as a batch that is not started. Nothing is made and no quota is taken. Unlimited codes are those of getwxacodeunlimit. Answers with the counts, the mistakes, the quota that it would cost and a confirmationToken. Show these to the person, and go on only after they have agreed.',
    input: z.strictObject(planShape),
    output: plannedSchema,
    handle: async (body, { actor, call }) => ({ body: await withToken(actor, await call({ body })) }),
  }),
  tool({
    ...{ name: 'start_batch', title: 'Start a batch', of: 'startBatch', effect: 'spend' },
    description:
      'Start a batch that was planned. Takes the confirmationToken of plan_batch, which is good for that batch as it was then, for this key, and once. Use it only after the person has seen the counts and the cost, and agreed.',
    input: z.strictObject({ batchId: idSchema, confirmationToken: z.string().min(1).max(2000) }),
    handle: async ({ batchId, confirmationToken }, { actor, locale }) => {
      await startBatch(actor, batchId, readConfirmation(actor, batchId, confirmationToken));
      return { body: batchJson(await getBatch(actor, batchId), textsOf(locale)) };
    },
  }),
];
