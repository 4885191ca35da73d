import 'server-only';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { narrowedTo } from '@/lib/apps/narrowing';
import { isSeen, seenRows } from '@/lib/apps/sight';
import { viewerOf, type Actor } from '@/lib/auth/actor';
import { withMaker } from '@/lib/auth/maker';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { encodeCursor } from '@/lib/db/pagination';
import { all, sql } from '@/lib/db/sql';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { sortedConditions } from './conditions';
import { codeFiltersSchema } from './filters-schema';
import { decodeOrderCursor, orderOf } from './order';
import { findPage } from './find-page';
import { codeReader } from './read-codes';
import { withSaid, type Said } from './said';
import { withScans, type Scanned } from './scanned';
import { keptPurpose } from '@/lib/purposes/schema';
import { readPicture } from '@/lib/codes/picture/picture';

/** A screenful, and then more at once: who goes on goes far, and each page on the screen is asked for again by itself. */
export const FIRST_PAGE_SIZE = 24;
export const PAGE_SIZE = 96;

const listItem = {
  id: true,
  name: true,
  note: true,
  endpoint: true,
  status: true,
  path: true,
  page: true,
  scene: true,
  width: true,
  isHyaline: true,
  envVersion: true,
  imageType: true,
  imageWidthPx: true,
  imageHeightPx: true,
  imageSha256: true,
  failureKey: true,
  quotaCost: true,
  createdAt: true,
  updatedAt: true,
  archivedAt: true,
  deletedAt: true,
  tagIds: true,
  folder: { select: { id: true, name: true } },
  miniProgram: { select: { id: true, name: true, mode: true } },
  ...withMaker,
} as const;

const detail = {
  ...listItem,
  autoColor: true,
  lineColor: true,
  checkPath: true,
  purposeKey: true,
  purposeInput: true,
  failureReason: true,
  errcode: true,
  errmsg: true,
  rid: true,
  attempts: true,
  imageBytes: true,
  quotaCountAfter: true,
  generatedAt: true,
  batch: { select: { id: true, name: true } },
  miniProgram: { select: { id: true, name: true, mode: true, appId: true } },
} as const;

const readItem = codeReader(listItem);
const readDetail = codeReader(detail);

export type CodeListItem = NonNullable<Awaited<ReturnType<typeof readItem>>> & Said & Scanned;

export type CodePage = { items: CodeListItem[]; nextCursor: string | null };

/**
 * One page of the gallery. It may be short, or empty, and still have a `nextCursor`: the search is bounded in time and
 * goes on with it (find-page.ts). How many there are in all is another question: see count.ts.
 * @param filters as they came from the URL, checked here
 * @param cursor by itself: pages of a screenful, and then of more
 * @throws AppError INVALID_INPUT
 */
export async function listCodes(
  actor: Actor,
  filters: unknown,
  cursor?: string | { after: string | undefined; size: number },
): Promise<CodePage> {
  requirePermission(actor, 'codes.read');
  const parsed = parseInput(codeFiltersSchema, filters);
  const order = orderOf(parsed);
  const from = typeof cursor === 'object' ? cursor.after : cursor;
  const after = from === undefined ? null : decodeOrderCursor(from, order);
  const viewer = viewerOf(actor);
  const usual = after === null ? FIRST_PAGE_SIZE : PAGE_SIZE;
  const size = typeof cursor === 'object' ? cursor.size : usual;
  const wanted = { after, take: size + 1, userId: viewer.userId };
  const { keys, next } = await findPage(await sortedConditions(parsed, viewer), order, wanted);
  const shown = keys.slice(0, size);
  const found = await Promise.all(shown.map(({ id }) => readItem(id)));
  const following = keys.length > size ? shown.at(-1) : next;
  return {
    items: await withScans(await withSaid(found.filter((item) => item !== undefined))),
    nextCursor: following ? encodeCursor(following) : null,
  };
}

async function findDetail(actor: Actor, id: string) {
  const code = await readDetail(id);
  if (!code || code.deletedAt !== null || !isSeen(actor, code.miniProgram.id)) return null;
  const { purposeKey, purposeInput, ...rest } = code;
  return { ...rest, purpose: keptPurpose(purposeKey, purposeInput) };
}

export type CodeDetail = NonNullable<Awaited<ReturnType<typeof findDetail>>>;

/** @throws AppError NOT_FOUND, also for a deleted code and for one that the actor does not see */
export async function getCode(actor: Actor, id: string): Promise<CodeDetail> {
  requirePermission(actor, 'codes.read');
  const code = await findDetail(actor, id);
  if (!code) throw new AppError('NOT_FOUND');
  return code;
}

type NamedCode = { id: string; name: string };

/** `by`: the code that took the place of this one; `of`: the one whose place it took. */
export type Replacement = { by: NamedCode | null; of: NamedCode | null };

/** Asked apart: only its page says it. */
export async function getReplacement(actor: Actor, id: string): Promise<Replacement> {
  requirePermission(actor, 'codes.read');
  const [by, of] = await Promise.all([
    findReplacing(actor, id),
    db().code.findFirst({
      where: { replacedBy: { some: { id, status: 'READY', AND: seenRows(actor) } }, AND: seenRows(actor) },
      select: { id: true, name: true },
    }),
  ]);
  return { by, of };
}

async function findReplacing(actor: Actor, id: string): Promise<NamedCode | null> {
  return db().code.findFirst({
    where: {
      replacesId: id,
      status: 'READY',
      deletedAt: null,
      AND: [seenRows(actor), { replaces: seenRows(actor) }],
    },
    select: { id: true, name: true },
    orderBy: { id: 'desc' },
  });
}

/** What became of a code and where its picture lies. */
export const MADE = {
  ...{ id: true, status: true, endpoint: true, errcode: true, quotaCountAfter: true },
  ...{ imageKey: true, imageSha256: true },
} as const;

async function findMade(actor: Actor, id: string) {
  return db().code.findFirst({ where: { id, deletedAt: null, AND: seenRows(actor) }, select: MADE });
}

export type MadeCode = NonNullable<Awaited<ReturnType<typeof findMade>>>;

/** What became of a code, without all that is shown of it. @throws AppError NOT_FOUND */
export async function getMade(actor: Actor, id: string): Promise<MadeCode> {
  requirePermission(actor, 'codes.read');
  const code = await findMade(actor, id);
  if (!code) throw new AppError('NOT_FOUND');
  return code;
}

export type CodePicture = { bytes: Uint8Array; type: string; sha256: string; name: string };

/**
 * The picture, byte for byte as WeChat sent it. A deleted code still has it, so that undo has something to show.
 * @throws AppError NOT_FOUND, NO_PICTURE when the code has none, or when it is missing or damaged in the store
 */
export async function getPicture(actor: Actor, id: string): Promise<CodePicture> {
  requirePermission(actor, 'codes.read');
  const select = { name: true, imageKey: true, imageType: true, imageSha256: true } as const;
  const code = await db().code.findUnique({ where: { id, AND: seenRows(actor) }, select });
  if (!code) throw new AppError('NOT_FOUND');
  const bytes = await readPicture(code);
  if (!bytes || !code.imageType || !code.imageSha256) throw new AppError('NO_PICTURE');
  return { bytes, type: code.imageType, sha256: code.imageSha256, name: code.name };
}

/** Who made codes that the actor sees, for the filter. One look into an index for each person: a join would read all codes. */
export async function listCreators(actor: Actor): Promise<{ id: string; name: string }[]> {
  requirePermission(actor, 'codes.read');
  const made = all([sql`"createdById" = "User"."id"`, ...narrowedTo(actor, ALL_APPS).conditions]);
  return db().$queryRaw`
    SELECT "id", "name" FROM "User"
    WHERE (SELECT "Code"."id" FROM "Code" WHERE ${made} LIMIT 1) IS NOT NULL ORDER BY "name"`;
}
