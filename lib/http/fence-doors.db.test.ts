import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { useDatabase } from '@/lib/testing/database';
import { ACTION_FILES, paramNames, ROOT, ROUTES } from '@/lib/testing/doors/doors';
import { goodFields } from '@/lib/testing/doors/good-fields';
import { goodInputs } from '@/lib/testing/doors/good-input';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { openWorld, type World } from '@/lib/testing/world';

// The doors themselves, found on disk: every route and every server action is entered with ids of a Mini Program that is not
// seen. What stands behind them is tried in lib/auth/fence.db.test.ts.

const request = vi.hoisted(() => {
  const state: { actor: unknown } = { actor: null };
  return state;
});
vi.mock('@/lib/auth/session', () => {
  const actor = async () => request.actor;
  const currentSession = async () => ({ id: 'its id', user: request.actor, expiresAt: new Date(0) });
  return { currentSession, currentActor: actor, requireActor: actor, pageActor: actor };
});
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => undefined, set: () => undefined }),
  headers: async () => new Headers(),
}));
vi.mock('next-intl/server', async () => (await import('@/lib/testing/server-texts')).serverTexts('zh-CN'));

useDatabase();

const MARK = '乙牌';
const FRAMED = ROUTES.filter(
  (place) => place.startsWith('api/') && !/^api\/(?:(?:health|ready)$|auth\/)/.test(place),
);

let hidden: World;

beforeAll(async () => {
  hidden = await openWorld(MARK);
  const { id } = await insertApp({ mode: 'SANDBOX', name: '甲牌' });
  request.actor = { ...(await insertActor('ADMIN')), sees: [id] } satisfies UserActor;
});

/** Of the whole installation: their names are everybody's, and the record is for administrators, who see every Mini Program. */
const SHARED = ['api/print/pictures', 'api/tags', 'api/folders', 'api/views', 'api/audit', 'api/audit/csv'];

describe('routes', () => {
  type Handle = (asked: Request, context: unknown) => Promise<Response>;

  const paramsFor = (place: string): Record<string, string> => {
    const ids: Record<string, string> = {
      batchId: /check|grid/.test(place) ? hidden.draftId : hidden.batchId,
      ...{ appId: hidden.appId, bulkId: hidden.bulkId, codeId: hidden.codeId, exportId: hidden.exportId },
    };
    return Object.fromEntries(paramNames(place).map((name) => [name, ids[name] ?? '']));
  };

  test.each(FRAMED.filter((place) => !SHARED.includes(place)))('%s', async (place) => {
    const { GET }: { GET: Handle } = await import(join(ROOT, 'app', place, 'route.ts'));
    const params = paramsFor(place);
    expect(Object.values(params)).not.toContain('');
    const fields = goodFields(hidden)[place] ?? {};
    const asked = [{}, ...Object.entries(fields).map(([name, value]) => ({ [name]: value }))];
    for (const query of asked) {
      const url = `http://suncode.test/${place}?${new URLSearchParams(query)}`;
      const response = await GET(new Request(url), { params: Promise.resolve(params) });
      const text = await response.text();
      if (Object.keys(params).length > 0) expect([400, 404]).toContain(response.status);
      expect(text).not.toContain(MARK);
    }
  });
});

describe('server actions', () => {
  type Answer = { serverError?: { code: string }; data?: unknown } | undefined;
  type Act = (input: unknown) => Promise<Answer>;

  /** Answers to what is narrowed instead of named, or only remembered. */
  const OTHER_ANSWERS: Record<string, string[]> = {
    // Nothing matches, so that it is not what was agreed to.
    'bulk/actions#startBulkAction': ['BULK_COUNT_CHANGED'],
    'bulk/actions#sampleNamesAction': ['none'],
    'bulk/actions#sampleTargetsAction': ['none'],
    // What is not seen is not counted.
    'batches/actions#deleteDraftsAction': ['none'],
    // Ids that are kept are read with the eyes of whoever uses them.
    'exports/actions#keepSelectionAction': ['none'],
    // An address of the installation's, where an administrator writes what everybody is shown.
    'purposes/actions#savePurposeAction': ['none'],
    // The schema refuses before: the path is empty, and no code is made.
    'codes/actions#generateCodeAction': ['NOT_FOUND'],
  };

  test.each(ACTION_FILES)('%s', async (file) => {
    const actions: Record<string, Act> = await import(join(ROOT, 'lib', file));
    const { appId, codeId, draftId, batchId, presetId, bulkId, selectionId, exportId } = hidden;
    const named = [appId, codeId, draftId, batchId, presetId, bulkId, selectionId, exportId];
    for (const [name, act] of Object.entries(actions)) {
      const door = `${file.replace(/\.ts$/, '')}#${name}`;
      for (const input of goodInputs(hidden)[door] ?? []) {
        if (!named.some((id) => JSON.stringify(input).includes(id))) continue;
        const answer = await act(input);
        const code = answer?.serverError?.code ?? 'none';
        expect([door, ...(OTHER_ANSWERS[door] ?? []), 'NOT_FOUND']).toContain(code);
        expect(JSON.stringify(answer)).not.toContain(MARK);
      }
    }
  });

  test('an id of nothing is answered alike', async () => {
    const { updateCodeAction } = await import('@/lib/codes/actions');
    const values = { name: 'x', note: '' };
    const [one, other] = [hidden.codeId, randomUUID()].map((codeId) => updateCodeAction({ codeId, values }));
    expect(await one).toEqual(await other);
  });
});
