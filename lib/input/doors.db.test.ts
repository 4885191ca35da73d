import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import {
  ACTION_FILES,
  filesUnder,
  isNavigation,
  PAGES,
  paramNames,
  renderPage,
  ROOT,
  ROUTES,
} from '@/lib/testing/doors/doors';
import { goodFields } from '@/lib/testing/doors/good-fields';
import { goodInputs } from '@/lib/testing/doors/good-input';
import {
  hostileText,
  spoiled,
  spoiledBy,
  spoiledFields,
  unstorableFields,
  unstorableText,
} from '@/lib/testing/doors/hostile';
import { signInSchema } from '@/lib/users/schema';
import { useDatabase } from '@/lib/testing/database';
import { openWorld, type World } from '@/lib/testing/world';

// What Next gives a door: who asks, in which language, with which cookies. Everything behind the door is real.
const request = vi.hoisted(() => {
  const state: { actor: unknown; cookie: string; faults: unknown[] } = {
    actor: null,
    cookie: '',
    faults: [],
  };
  return state;
});

vi.mock('@/lib/auth/session', () => {
  const actor = async () => request.actor;
  const currentSession = async () => ({ id: 'its id', user: request.actor, expiresAt: new Date(0) });
  const doors = { requireActor: actor, requireSignedIn: actor, pageActor: actor, owingActor: actor };
  return { currentSession, currentActor: actor, ...doors };
});
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => ({ value: request.cookie }), set: () => undefined }),
  headers: async () => new Headers(),
}));
vi.mock('next-intl/server', async () => (await import('@/lib/testing/server-texts')).serverTexts('zh-CN'));
vi.mock('next/server', async (original) => ({
  ...(await original<object>()),
  after: (work: () => Promise<void>) => work(),
}));
vi.mock('@/lib/log', () => {
  const note = ({ err }: { err?: unknown }) => request.faults.push(err);
  return { log: () => ({ error: note, fatal: note, warn: () => undefined, info: () => undefined }) };
});

useDatabase();

const SEED = 20_261_126;
/** Of each door: inputs that never reach the database, and such as may. */
const REFUSED_RUNS = 320;
const RUNS = 40;

/** What is refused at the door gets to no database, so that one of them is enough to say so. */
const refusing = <T>(doors: readonly T[]) => (inject('databaseTemplate').kind === 'postgres' ? doors : []);
/** Fewer than are sent, so that a door more or less changes nothing here. */
const SENT_MIN = inject('databaseTemplate').kind === 'postgres' ? 20_000 : 7_000;

const SOURCES = ['app', 'components', 'lib'].flatMap((room) =>
  filesUnder(room, /(?<!\.test)\.tsx?$/).map((file) => `${room}/${file}`),
);

/** Open to everybody, with a frame of their own: lib/sandbox/hostile.test.ts and e2e/access/hostile.spec.ts send them more. */
// Those of programs are tried in lib/api and lib/mcp.
const OTHER_ROUTES = [
  'api/auth/[...nextauth]',
  'api/v1/[...path]',
  'gateway/[...path]',
  'mcp',
  'sandbox/wechat/[...path]',
];

const idsOf = (world: World) => Object.values(world).filter((value) => typeof value === 'string');

let world: World;
let sent = 0;

beforeAll(async () => {
  world = await openWorld();
  request.actor = world.actor;
});

beforeEach(() => {
  request.faults = [];
});

/** Runs a door with many inputs; the first that is a fault fails the test with the input, the path to it and the seed. */
async function fuzz<T>(
  inputs: fc.Arbitrary<T>,
  runs: number,
  enter: (input: T) => Promise<void>,
): Promise<void> {
  const holds = fc.asyncProperty(inputs, async (input) => {
    sent += 1;
    await enter(input);
    expect(request.faults).toEqual([]);
  });
  const restart = () => {
    request.faults = [];
  };
  await fc.assert(holds.beforeEach(restart), { seed: SEED, numRuns: runs, endOnFailure: true });
}

/** The id of a row of the right kind, which leads on to the fields. */
function goodParams(place: string): fc.Arbitrary<Record<string, string>> {
  return fc.constant(Object.fromEntries(paramNames(place).map((name) => [name, world.codeId])));
}

/** Ids of rows of every kind, and texts that are none. */
function paramsOf(place: string): fc.Arbitrary<Record<string, string>> {
  const value = fc.oneof(fc.constantFrom(...idsOf(world)), hostileText);
  return fc.record(Object.fromEntries(paramNames(place).map((name) => [name, value])));
}

describe('route handlers', () => {
  type Handle = (request: Request, context: unknown) => Promise<Response>;

  async function answer(handle: Handle, asked: Request, params: Record<string, string>): Promise<number> {
    // As Next does it: a path without parameters has not even an empty list of them.
    const given = Object.keys(params).length > 0 ? params : undefined;
    const response = await handle(asked, { params: Promise.resolve(given) });
    await response.arrayBuffer();
    return response.status;
  }

  function requestOf(place: string, method: string, fields: [string, string][]): Request {
    const url = `http://suncode.test/${place}`;
    const text = new URLSearchParams(fields);
    return method === 'GET' ? new Request(`${url}?${text}`) : new Request(url, { method, body: text });
  }

  async function handlersOf(place: string): Promise<[string, Handle][]> {
    const handlers: Record<string, Handle> = await import(join(ROOT, 'app', place, 'route.ts'));
    return Object.entries(handlers);
  }

  function fieldsOf(place: string): Record<string, string> {
    const good = goodFields(world)[place];
    if (!good) throw new Error(`${place} has no line in lib/testing/doors/good-fields.ts`);
    return good;
  }

  const places = ROUTES.filter((place) => !OTHER_ROUTES.includes(place));

  /** They read nothing of what they are asked with. */
  const UNREAD = ['api/health', 'api/ready', 'metrics'];

  const reading = places.filter((place) => !UNREAD.includes(place));

  test.each(refusing(reading))('refuses at the door: %s', async (place) => {
    const refused = fc.tuple(goodParams(place), unstorableFields(fieldsOf(place)));
    for (const [method, handle] of await handlersOf(place))
      await fuzz(refused, REFUSED_RUNS, async ([params, fields]) => {
        expect(await answer(handle, requestOf(place, method, fields), params)).toBe(400);
      });
  });

  test.each(places)('%s', async (place) => {
    const inputs = fc.tuple(paramsOf(place), spoiledFields(fieldsOf(place)));
    for (const [method, handle] of await handlersOf(place))
      await fuzz(inputs, RUNS, async ([params, fields]) => {
        expect(await answer(handle, requestOf(place, method, fields), params)).toBeLessThan(500);
      });
  });
});

describe('server actions', () => {
  test('are in the files that are looked at here, and in no other', () => {
    const doors = SOURCES.filter((file) =>
      /^\s*['"]use server['"]/m.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(doors.toSorted()).toEqual(ACTION_FILES.map((file) => `lib/${file}`).toSorted());
  });

  type Answer = { serverError?: { code: string }; validationErrors?: unknown } | undefined;

  type Act = (input: unknown) => Promise<Answer>;

  async function actionsOf(file: string): Promise<{ act: Act; good: unknown[] }[]> {
    const actions: Record<string, Act> = await import(join(ROOT, 'lib', file));
    const inputs = goodInputs(world);
    return Object.entries(actions).map(([name, act]) => {
      const good = inputs[`${file.replace(/\.ts$/, '')}#${name}`];
      if (!good)
        throw new Error(`${file}#${name} has no line in what lib/testing/doors/good-input.ts gathers`);
      return { act, good };
    });
  }

  test.each(refusing(ACTION_FILES))('refuses at the door: %s', async (file) => {
    for (const { act, good } of await actionsOf(file))
      await fuzz(spoiledBy(unstorableText, good), REFUSED_RUNS, async (input) => {
        expect((await act(input))?.serverError?.code).toBe('INVALID_INPUT');
      });
  });

  test.each(ACTION_FILES)('%s', async (file) => {
    for (const { act, good } of await actionsOf(file))
      await fuzz(spoiled(good), RUNS, async (input) => {
        const result = await act(input);
        expect(result?.serverError?.code).not.toBe('FAULT');
        // A form reads refusals in one place only.
        expect(result?.validationErrors).toBeUndefined();
      });
  });
});

describe('pages', () => {
  type Page = {
    default: (props: object) => Promise<unknown>;
    generateMetadata?: (props: object) => Promise<unknown>;
  };

  test.each(PAGES)('%s', async (place) => {
    const page: Page = await import(join(ROOT, 'app', place, 'page.tsx'));
    const good = goodFields(world)[place];
    if (!good) throw new Error(`${place} has no line in lib/testing/doors/good-fields.ts`);
    const inputs = fc.tuple(paramsOf(place), spoiledFields(good), hostileText);
    const runs = Object.keys(good).length + paramNames(place).length > 0 ? RUNS : 1;
    await fuzz(inputs, runs, async ([params, fields, cookie]) => {
      request.cookie = cookie;
      const query = new Map<string, string | string[]>();
      for (const [name, value] of fields)
        query.set(name, query.has(name) ? [query.get(name) ?? [], value].flat() : value);
      const props = {
        params: Promise.resolve(params),
        searchParams: Promise.resolve(Object.fromEntries(query)),
      };
      try {
        await page.generateMetadata?.(props);
        await renderPage(await page.default(props));
      } catch (error) {
        if (!isNavigation(error)) throw error;
      }
    });
  });
});

test('signing in with what is no address', async () => {
  await fuzz(hostileText, REFUSED_RUNS, async (email) => {
    expect(signInSchema.safeParse({ email, password: email }).success).toBe(false);
  });
});

test(`every door was entered, at least ${SENT_MIN} times in all`, () => {
  expect(sent).toBeGreaterThan(SENT_MIN);
});
