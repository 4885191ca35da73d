import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import type { MiniProgram } from '@/lib/db/generated/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { adoptPlan } from './adopt-plan';
import { fileDraft, planOf } from '@/lib/batches/batch.fixture';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { savePlan } from '@/lib/batches/draft/drafts';
import { getDraft } from '@/lib/batches/draft/get-draft';

useDatabase();

let actor: UserActor;
let app: MiniProgram;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  app = await insertApp();
});

const draftOf = (csv: string) => createDraft(actor, fileDraft(app.id, csv));

describe('the same settings for a new table', () => {
  test('find the columns by their names, and leave out what is not there', async () => {
    const earlier = await draftOf('桌号,名称,备注\nA01,一号桌,靠窗\n');
    const fields = {
      name: { from: 'column', column: 1 },
      note: { from: 'column', column: 2 },
      page: { from: 'fixed', value: 'pages/table' },
    } as const;
    await savePlan(actor, earlier, planOf(fields, { policy: 'all' }));
    const later = await draftOf('名称,桌号\n二号桌,A02\n');
    await adoptPlan(actor, later, earlier);
    const { plan, isGuess } = await getDraft(actor, later);
    expect(isGuess).toBe(false);
    expect(plan.policy).toBe('all');
    expect(plan.fields).toEqual({
      scene: { from: 'column', column: 1 },
      name: { from: 'column', column: 0 },
      page: { from: 'fixed', value: 'pages/table' },
    });
  });

  test('change nothing when the earlier batch has none', async () => {
    const later = await draftOf('桌号\nA02\n');
    await adoptPlan(actor, later, await draftOf('桌号\nA01\n'));
    expect((await getDraft(actor, later)).isGuess).toBe(true);
  });

  test('are refused to those who may not make batches', async () => {
    const [later, earlier] = [await draftOf('桌号\nA02\n'), await draftOf('桌号\nA01\n')];
    const viewer = await insertActor('VIEWER');
    await expect(adoptPlan(viewer, later, earlier)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(adoptPlan(actor, later, 'unknown')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
