import 'server-only';
import pMap from 'p-map';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { deleteObject, getObjectInfo, getObjectSize, listKeys } from '@/lib/storage/storage';

const CODES_AT_ONCE = 500;
const LOOKS_AT_ONCE = 16;
/** A picture lies there before its row says so; nothing takes a day. */
const ORPHAN_AGE_MS = 24 * 60 * 60 * 1000;

export type PictureState = 'missing' | 'damaged';
export type BrokenPicture = Pick<Code, 'id' | 'name' | 'miniProgramId' | 'endpoint' | 'fingerprint'> & {
  state: PictureState;
};

const select = {
  ...{ id: true, name: true, miniProgramId: true, endpoint: true, fingerprint: true },
  ...{ imageKey: true, imageBytes: true },
} as const;

async function* codesWithPictures() {
  let after = '';
  for (;;) {
    const codes = await db().code.findMany({
      where: { id: { gt: after }, imageKey: { not: null }, deletedAt: null },
      orderBy: { id: 'asc' },
      take: CODES_AT_ONCE,
      select,
    });
    yield codes;
    const last = codes.at(-1);
    if (!last || codes.length < CODES_AT_ONCE) return;
    after = last.id;
  }
}

type Looked = { codes: number; broken: BrokenPicture[] };

/** Looks at the picture of every code that is not in the trash, a few hundred at a time; its size tells whether it is whole. */
export async function* lookAtPictures(): AsyncGenerator<Looked> {
  for await (const codes of codesWithPictures()) {
    const looked = await pMap(
      codes,
      async ({ imageKey, imageBytes, ...code }): Promise<BrokenPicture | null> => {
        const size = imageKey === null ? null : await getObjectSize(imageKey);
        if (size === null) return { ...code, state: 'missing' };
        return size === imageBytes ? null : { ...code, state: 'damaged' };
      },
      { concurrency: LOOKS_AT_ONCE },
    );
    yield { codes: codes.length, broken: looked.filter((code) => code !== null) };
  }
}

/** `codes/<Mini Program>/<code>.<type>`; a picture of another shape is shared by codes, and is nobody's own. */
const OWN_PICTURE = /^codes\/[^/]+\/([^/.]+)\.\w+$/;

/** Those of some keys that are made for one code alone, and that it does not have, or is no more. */
async function strayOf(keys: string[]): Promise<string[]> {
  const own = keys.flatMap((key) => {
    const [, id] = OWN_PICTURE.exec(key) ?? [];
    return id === undefined ? [] : [{ key, id }];
  });
  const codes = await db().code.findMany({
    where: { id: { in: own.map(({ id }) => id) } },
    select: { id: true, imageKey: true },
  });
  const keyOf = new Map(codes.map(({ id, imageKey }) => [id, imageKey]));
  return own.filter(({ key, id }) => keyOf.get(id) !== key).map(({ key }) => key);
}

export type Strays = { looked: number; keys: string[] };

/** Pictures in the store that belong to no code and are older than a day, some hundred keys at a time. */
export async function* findStrays(): AsyncGenerator<Strays> {
  const before = new Date(clock.now().getTime() - ORPHAN_AGE_MS);
  for await (const keys of listKeys('codes')) {
    const stray = await strayOf(keys);
    const old = await pMap(stray, async (key) => ({ key, info: await getObjectInfo(key) }), {
      concurrency: LOOKS_AT_ONCE,
    });
    yield {
      looked: keys.length,
      keys: old.flatMap(({ key, info }) => (info && info.changedAt < before ? [key] : [])),
    };
  }
}

export async function removeStrays(keys: string[]): Promise<void> {
  await pMap(keys, deleteObject, { concurrency: LOOKS_AT_ONCE });
}
