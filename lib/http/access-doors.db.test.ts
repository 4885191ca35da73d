import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { roleCan } from '@/lib/auth/permissions';
import { openSession } from '@/lib/auth/session-rows';
import { db } from '@/lib/db/client';
import type { Role } from '@/lib/db/generated/enums';
import { createFrontDoor } from '@/lib/http/front/front-door';
import { LiveDoor } from '@/lib/live/door';
import { useDatabase } from '@/lib/testing/database';
import {
  ACTION_LINES,
  FRONT_LINES,
  PAGE_LINES,
  ROUTE_LINES,
  type Line,
} from '@/lib/testing/doors/access-lines';
import { accessMatrix, matrixFile } from '@/lib/testing/doors/access-table';
import {
  ACTION_FILES,
  ACTIONS,
  FRONT,
  isNavigation,
  PAGES,
  paramNames,
  renderPage,
  ROOT,
  ROUTES,
} from '@/lib/testing/doors/doors';
import { PRINT } from '@/lib/testing/doors/fence-world';
import { goodInputs } from '@/lib/testing/doors/good-input';
import { insertApp, insertUser } from '@/lib/testing/factories';
import { openWorld, type World } from '@/lib/testing/world';
import { formatted } from '@/lib/testing/formatted';

// Every door is entered by nobody and by each role, with a Mini Program that they see and with one that they do not see. The
// session is a row that is read as always; only where its cookie comes from is played. What each of them is to get follows from
// the permission table and from the door's line. Doors without a line fail.

const request = vi.hoisted(() => {
  const state: { sessionId: string | null } = { sessionId: null };
  return state;
});
vi.mock('next-auth', () => ({
  getServerSession: async () => (request.sessionId === null ? null : { sessionId: request.sessionId }),
}));
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => undefined, set: () => undefined }),
  headers: async () => new Headers(),
}));
vi.mock('next-intl/server', async () => (await import('@/lib/testing/server-texts')).serverTexts('zh-CN'));
vi.mock('next/server', async (original) => ({
  ...(await original<object>()),
  after: (work: () => Promise<void>) => work(),
}));

useDatabase();

type Verdict = 'sign in' | 'forbidden' | 'not found' | 'open';
type Answer = { verdict: Verdict; text: string };
type Member = { role: Role; sees: boolean };
/** Somebody of each kind, with a world of their own to look for, whether they see it or not. */
type Visitor = Member & { sessionId: string; world: World; mark: string };

const MEMBERS: readonly Member[] = (['VIEWER', 'OPERATOR', 'ADMIN'] as const).flatMap((role) => [
  { role, sees: false },
  { role, sees: true },
]);

let visitors: Visitor[] = [];
let stranger: World;

async function newVisitor({ role, sees }: Member, otherAppId: string): Promise<Visitor> {
  const mark = `乙牌${role}${sees}`;
  const world = await openWorld(mark);
  const { id } = await insertUser({ role });
  const seenAppIds = [sees ? world.appId : otherAppId];
  await db().user.update({ where: { id }, data: { seesAll: false, seenAppIds } });
  const view = await db().savedView.create({
    data: { ownerId: id, name: mark, query: 'q=1', shared: false },
  });
  await db().export.update({ where: { id: world.exportId }, data: { createdById: id } });
  const sessionId = await openSession(id, { address: '127.0.0.1', userAgent: '' });
  return { role, sees, mark, sessionId, world: { ...world, viewId: view.id } };
}

beforeAll(async () => {
  const { id } = await insertApp({ mode: 'SANDBOX', name: '甲牌' });
  visitors = [];
  for (const member of MEMBERS) visitors.push(await newVisitor(member, id));
  stranger = await openWorld('丙牌');
});

function expected({ asks, unseen, hides }: Line, who: Member | null): Verdict {
  if (asks === 'everybody') return 'open';
  if (!who) return 'sign in';
  if (asks !== 'member' && !roleCan(who.role, asks)) return hides ? 'not found' : 'forbidden';
  // Administrators see everything, whatever their row says.
  return who.sees || who.role === 'ADMIN' || unseen !== 'not found' ? 'open' : 'not found';
}

/** How the things of a world are called that only those may know who see its Mini Program. */
const namesOf = (mark: string) => ['测试小程序', '=1+1', '桌码', '桌贴'].map((name) => `${mark}${name}`);
const tells = (text: string, mark: string) => namesOf(mark).some((name) => text.includes(name));

type Enter = (world: World) => Promise<Answer>;

type Tried = { line: Line; isList: boolean };

/** What somebody is told of it, by what they know. */
function expectTold({ line, isList }: Tried, { text }: Answer, visitor: Visitor): void {
  const knows = visitor.sees || visitor.role === 'ADMIN';
  const isTold = tells(text, visitor.mark);
  if (!knows) expect(isTold, `${visitor.role} is told of what they do not see`).toBe(false);
  if (knows && isList && expected(line, visitor) === 'open')
    expect(isTold, `${visitor.role} is told nothing`).toBe(true);
}

/** One door, by everybody in turn. */
async function tryDoor(line: Line | undefined, enter: Enter, { isList = false } = {}): Promise<void> {
  if (!line) throw new Error('this door has no line in lib/testing/doors/access-lines.ts');
  // Who has no link, or a wrong one, finds nothing behind an open door.
  const seen = ({ verdict }: Answer) =>
    line.asks === 'everybody' && verdict === 'not found' ? 'open' : verdict;
  request.sessionId = null;
  const wanted: Record<string, Verdict> = { nobody: expected(line, null) };
  const got: Record<string, Verdict> = { nobody: seen(await enter(stranger)) };
  for (const visitor of visitors) {
    const name = `${visitor.role}, ${visitor.sees ? 'seen' : 'unseen'}`;
    request.sessionId = visitor.sessionId;
    const answer = await enter(visitor.world);
    wanted[name] = expected(line, visitor);
    got[name] = seen(answer);
    expectTold({ line, isList }, answer, visitor);
  }
  expect(got).toEqual(wanted);
}

function paramsFor(place: string, world: World): Record<string, string> {
  const ids: Record<string, string> = {
    ...{ appId: world.appId, bulkId: world.bulkId, codeId: world.codeId, exportId: world.exportId },
    ...{ printId: world.printId, designId: world.designId, webhookId: world.webhookId },
    batchId: place.includes('check') ? world.draftId : world.batchId,
    purposeKey: 'table',
  };
  return Object.fromEntries(paramNames(place).map((name) => [name, ids[name] ?? '']));
}

/** What doors are asked for that answer only when asked for something. */
const QUERIES: Record<string, (world: World) => Record<string, string>> = {
  'api/batches/[batchId]/grid/find': () => ({ version: '0', text: 'a' }),
  'api/codes/facets': () => ({ facet: 'tag' }),
  'api/print/check': ({ codeId }) => ({ id: codeId, ...PRINT }),
  '(console)/codes/new': ({ codeId }) => ({ from: codeId }),
  '(console)/batches/new': ({ batchId }) => ({ from: batchId }),
  '(console)/exports/new': ({ codeId }) => ({ id: codeId }),
  'api/print/pictures': ({ pictureId }) => ({ id: pictureId }),
  '(console)/print/new': ({ codeId }) => ({ id: codeId }),
  '(console)/print/designs/[designId]': ({ codeId }) => ({ id: codeId }),
};

describe('pages', () => {
  type Page = { default: (props: object) => Promise<unknown> };

  /** All texts that a page hands to what it is made of. */
  function collect(value: unknown, into: Set<unknown>, texts: string[]): void {
    if (typeof value === 'string') texts.push(value);
    if (typeof value !== 'object' || value === null || into.has(value)) return;
    into.add(value);
    for (const part of value instanceof Map ? [...value].flat() : Object.values(value))
      collect(part, into, texts);
  }

  async function answerOf(place: string, world: World): Promise<Answer> {
    const page: Page = await import(join(ROOT, 'app', place, 'page.tsx'));
    const props = {
      params: Promise.resolve(paramsFor(place, world)),
      searchParams: Promise.resolve(QUERIES[place]?.(world) ?? {}),
    };
    const seen = new Set<unknown>();
    const texts: string[] = [];
    let verdict: Verdict = 'open';
    try {
      await renderPage(await page.default(props), ({ type, props: given }) => {
        if (typeof type === 'function' && type.name === 'Forbidden') verdict = 'forbidden';
        collect(given, seen, texts);
      });
    } catch (error) {
      if (!isNavigation(error)) throw error;
      if (error.digest.includes('404')) verdict = 'not found';
      else if (error.digest.includes('/sign-in')) verdict = 'sign in';
    }
    return { verdict, text: texts.join('\n') };
  }

  const LISTS = ['(console)/codes/(gallery)', '(console)/batches/(list)'];

  test.each(PAGES)('%s', async (place) => {
    await tryDoor(PAGE_LINES[place], (world) => answerOf(place, world), { isList: LISTS.includes(place) });
  });
});

describe('routes', () => {
  type Handle = (asked: Request, context: unknown) => Promise<Response>;

  /** Without the frame of ours; e2e/access/hostile.spec.ts and lib/sandbox/hostile.test.ts enter them. */
  const OTHERS = ['api/auth/[...nextauth]', 'sandbox/wechat/[...path]'];
  /** What is meant to be printed and hung up stays in the browser of who has seen it; nothing else is kept anywhere. */
  const PICTURES = ['api/codes/[codeId]/image', 'api/print/pictures'];
  const cacheOf = (place: string) => (PICTURES.includes(place) ? /^private, / : /no-store/);
  const VERDICTS: Record<number, Verdict> = { 401: 'sign in', 403: 'forbidden', 404: 'not found' };
  const LISTS = ['api/codes', 'api/batches'];

  test.each(ROUTES.filter((place) => !OTHERS.includes(place)))('%s', async (place) => {
    const handlers: Record<string, Handle> = await import(join(ROOT, 'app', place, 'route.ts'));
    expect(Object.keys(handlers), 'what is changed goes through actions').toEqual(['GET']);
    const enter = async (world: World): Promise<Answer> => {
      const url = `http://suncode.test/${place}?${new URLSearchParams(QUERIES[place]?.(world) ?? {})}`;
      const context = { params: Promise.resolve(paramsFor(place, world)) };
      const response = await handlers.GET?.(new Request(url), context);
      if (!response) throw new Error(`${place} answers nothing`);
      if (response.status < 300) expect(response.headers.get('cache-control')).toMatch(cacheOf(place));
      return { verdict: VERDICTS[response.status] ?? 'open', text: await response.text() };
    };
    await tryDoor(ROUTE_LINES[place], enter, { isList: LISTS.includes(place) });
  });
});

describe('in front of Next', () => {
  let server: Server;
  let origin = '';

  beforeAll(async () => {
    const live = new LiveDoor();
    server = createFrontDoor(
      async (_request, response) => void response.writeHead(404).end('Next'),
      async () => request.sessionId !== null,
      (asked, response) => live.answers(asked, response),
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterAll(() => void server.close());

  const ASKED: Record<string, (world: World) => [path: string, init?: RequestInit]> = {
    r: ({ liveKey }) => [`/r?keys=${liveKey}`],
    'r/[key]': ({ liveKey }) => [`/r/${liveKey}`],
    'r/scans': ({ liveKey: key }) => [
      '/r/scans',
      { method: 'POST', body: JSON.stringify({ id: randomUUID(), key, scene: 1047 }) },
    ],
  };

  /** With a key alone: the tests of lib/api, lib/gateway and lib/mcp enter them. */
  const OF_PROGRAMS = ['api/v1/[...path]', 'gateway/[...path]', 'mcp'];

  test.each(FRONT.filter((place) => !OF_PROGRAMS.includes(place)))('%s', async (place) => {
    await tryDoor(FRONT_LINES[place], async (world) => {
      const [path, init] = ASKED[place]?.(world) ?? ['/nowhere'];
      const response = await fetch(`${origin}${path}`, init);
      expect(response.status, 'it is answered').toBeLessThan(300);
      return { verdict: 'open', text: await response.text() };
    });
  });

  test('nothing else answers there', () => {
    const [, gate = ''] =
      /\breturn \(\s+([^;]*answers[^;]*)\s\);/.exec(readFileSync(join(ROOT, 'scripts/serve.ts'), 'utf8')) ??
      [];
    const others = gate
      .trim()
      .split(/\s*\|\|\s*/)
      .filter((one) => !/^refuses\w+\(req, res\)$/.test(one));
    // Scripts of the build are everybody's, as from Next itself: lib/http/front/built-scripts.test.ts.
    expect(others).toEqual(['live.answers(req, res)', 'scripts(req, res)', 'programs.answers(req, res)']);
  });
});

describe('actions', () => {
  type Result = { serverError?: { code: string }; data?: unknown } | undefined;
  type Act = (input: unknown) => Promise<Result>;

  const VERDICTS: Record<string, Verdict> = {
    ...{ UNAUTHENTICATED: 'sign in', FORBIDDEN: 'forbidden', NOT_FOUND: 'not found' },
    // Nothing is left of what was named, and that is no longer what was agreed to.
    BULK_COUNT_CHANGED: 'not found',
  };

  /** Ids that are real where lib/testing/doors/good-input.ts has some of nothing, so that a door is asked for its own thing. */
  const INPUTS: Record<string, (world: World) => unknown> = {
    'apps/actions#deleteAppAction': ({ appId }) => ({ id: appId }),
    'apps/actions#testConnectionAction': ({ appId }) => ({ id: appId }),
    'batches/actions#deleteDraftsAction': ({ batchId }) => ({ batchIds: [batchId] }),
    'bulk/actions#startBulkAction': ({ codeId }) => ({
      kind: 'archive',
      values: {},
      scope: { codeIds: [codeId] },
    }),
    'bulk/actions#sampleNamesAction': ({ codeId }) => ({ scope: { codeIds: [codeId] } }),
    'bulk/actions#sampleTargetsAction': ({ codeId }) => ({ scope: { codeIds: [codeId] }, startsAt: '' }),
    'exports/actions#retryExportAction': ({ exportId }) => ({ exportId }),
    'exports/actions#removeExportsAction': ({ exportId }) => ({ exportIds: [exportId] }),
    'exports/actions#restoreExportsAction': ({ exportId }) => ({ exportIds: [exportId] }),
    'live/actions#dropLivePlanAction': ({ liveCodeId, livePlanId }) => ({
      codeId: liveCodeId,
      targetId: livePlanId,
    }),
    'purposes/actions#setPurposeHiddenAction': () => ({ key: 'product', hidden: false }),
    'users/member-actions#changeSightAction': ({ actor, appId }) => ({ id: actor.id, appIds: [appId] }),
    'views/actions#updateViewAction': ({ viewId }) => ({
      viewId,
      values: { name: '我的', query: 'q=1', shared: false },
    }),
  };

  /** They end what others still ask for, so their turn comes last. */
  const LAST: Record<string, (world: World) => unknown> = {
    'batches/run-actions#cancelBatchAction': ({ batchId }) => ({ batchId }),
    'batches/actions#deletePresetAction': ({ presetId }) => ({ presetId }),
    'batches/actions#deleteDraftAction': ({ draftId }) => ({ batchId: draftId }),
    'folders/actions#deleteFolderAction': ({ folderId }) => ({ folderId }),
    'tags/actions#deleteTagAction': ({ tagId }) => ({ tagId }),
    'views/actions#deleteViewAction': ({ viewId }) => ({ viewId }),
  };

  /** Of these an id of nothing is given on purpose: what they change is somebody, not something of a Mini Program. */
  const inputOf = (door: string, world: World): unknown =>
    (LAST[door] ?? INPUTS[door])?.(world) ?? goodInputs(world)[door]?.[0];

  test.each([...ACTIONS.filter((door) => !LAST[door]), ...Object.keys(LAST)])('%s', async (door) => {
    const [file, name = ''] = door.split('#');
    const actions: Record<string, Act> = await import(join(ROOT, 'lib', `${file}.ts`));
    const line = ACTION_LINES[door];
    const enter = async (world: World): Promise<Answer> => {
      const result = await actions[name]?.(inputOf(door, world));
      const verdict = VERDICTS[result?.serverError?.code ?? ''] ?? 'open';
      // Somebody of nothing is not found by whoever may look.
      const isFound = line?.unseen === 'same' && verdict === 'not found';
      return { verdict: isFound ? 'open' : verdict, text: JSON.stringify(result) ?? '' };
    };
    await tryDoor(line, enter);
  });

  test('are all exports of their files', async () => {
    const names = await Promise.all(
      ACTION_FILES.map(async (file) => {
        const exported: object = await import(join(ROOT, 'lib', file));
        return Object.keys(exported).map((name) => `${file.replace(/\.ts$/, '')}#${name}`);
      }),
    );
    expect(names.flat().toSorted()).toEqual(ACTIONS.toSorted());
  });
});

describe('the printed matrix', () => {
  test('has no line of a door that is gone', () => {
    const gone = (all: readonly string[], lines: object) =>
      Object.keys(lines).filter((door) => !all.includes(door));
    expect([
      ...gone(PAGES, PAGE_LINES),
      ...gone(ROUTES, ROUTE_LINES),
      ...gone(FRONT, FRONT_LINES),
      ...gone(ACTIONS, ACTION_LINES),
    ]).toEqual([]);
  });

  test.each(['en', 'zh-CN'] as const)(
    'in %s is that of today; `npm run access-matrix` prints it',
    async (locale) => {
      const file = matrixFile(locale);
      expect(readFileSync(join(ROOT, file), 'utf8')).toBe(await formatted(file, accessMatrix(locale)));
    },
  );
});
