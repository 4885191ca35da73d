import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import type { CodeWhereInput } from '@/lib/db/generated/models';
import { afterCursor, decodeCursor, encodeCursor } from '@/lib/db/pagination';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { type CodeFilters } from './filters';
import { codeFiltersSchema } from './filters-schema';
import { readPicture } from './picture';

export const PAGE_SIZE = 24;
/** Counting stops here: a list must not wait for a number that nobody reads to the last digit. */
const COUNT_CAP = 10_000;

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
  imageType: true,
  imageWidthPx: true,
  imageHeightPx: true,
  imageSha256: true,
  failureKey: true,
  quotaCost: true,
  createdAt: true,
  miniProgram: { select: { id: true, name: true, mode: true } },
  createdBy: { select: { id: true, name: true } },
} as const;

const detail = {
  ...listItem,
  autoColor: true,
  lineColor: true,
  envVersion: true,
  checkPath: true,
  failureReason: true,
  errcode: true,
  errmsg: true,
  rid: true,
  attempts: true,
  imageBytes: true,
  quotaCountAfter: true,
  updatedAt: true,
  generatedAt: true,
  deletedAt: true,
  batch: { select: { id: true, name: true } },
  miniProgram: { select: { id: true, name: true, mode: true, appId: true } },
} as const;

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

function search(q: string): CodeWhereInput {
  const match = { contains: escapeLike(q), mode: 'insensitive' as const };
  return { OR: ['name', 'path', 'page', 'scene', 'note'].map((column) => ({ [column]: match })) };
}

const DAY_MS = 24 * 60 * 60 * 1000;

function createdBetween(from: string, to: string): CodeWhereInput {
  // Without a zone the day is the server's own, the one that all dates are shown in.
  const gte = from ? { gte: new Date(`${from}T00:00:00`) } : {};
  const lt = to ? { lt: new Date(new Date(`${to}T00:00:00`).getTime() + DAY_MS) } : {};
  return { createdAt: { ...gte, ...lt } };
}

/** What the gallery lists: deleted codes are never part of it. */
export function toWhere(filters: CodeFilters): CodeWhereInput {
  const { q, app, endpoint, status, creator, batch, from, to } = filters;
  const conditions: CodeWhereInput[] = [{ deletedAt: null }];
  if (q) conditions.push(search(q));
  if (app && app !== 'all') conditions.push({ miniProgramId: app });
  if (endpoint.length > 0) conditions.push({ endpoint: { in: endpoint } });
  if (status.length > 0) conditions.push({ status: { in: status } });
  if (creator) conditions.push({ createdById: creator });
  if (batch) conditions.push({ batchRows: { some: { batchId: batch } } });
  if (from || to) conditions.push(createdBetween(from, to));
  return { AND: conditions };
}

const NEWEST_FIRST = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];

async function findPage(where: CodeWhereInput) {
  return db().code.findMany({ where, select: listItem, orderBy: NEWEST_FIRST, take: PAGE_SIZE + 1 });
}

export type CodeListItem = Awaited<ReturnType<typeof findPage>>[number];

/** `total` is exact up to COUNT_CAP; beyond, `totalCapped` is true. Only the first page counts. */
export type CodePage = {
  items: CodeListItem[];
  nextCursor: string | null;
  total: number | null;
  totalCapped: boolean;
};

/**
 * One page of the gallery, newest first.
 * @param filters as they came from the URL, checked here
 * @throws AppError INVALID_INPUT
 */
export async function listCodes(actor: Actor, filters: unknown, cursor?: string): Promise<CodePage> {
  requirePermission(actor, 'codes.read');
  const where = toWhere(parseInput(codeFiltersSchema, filters));
  const after = cursor ? afterCursor(decodeCursor(cursor)) : {};
  const [found, counted] = await Promise.all([
    findPage({ AND: [where, after] }),
    cursor ? null : db().code.count({ where, take: COUNT_CAP + 1 }),
  ]);
  const items = found.slice(0, PAGE_SIZE);
  const last = items.at(-1);
  return {
    items,
    nextCursor: last && found.length > PAGE_SIZE ? encodeCursor(last) : null,
    total: counted === null ? null : Math.min(counted, COUNT_CAP),
    totalCapped: (counted ?? 0) > COUNT_CAP,
  };
}

async function findDetail(id: string) {
  return db().code.findFirst({ where: { id, deletedAt: null }, select: detail });
}

export type CodeDetail = NonNullable<Awaited<ReturnType<typeof findDetail>>>;

/** @throws AppError NOT_FOUND, also for a deleted code */
export async function getCode(actor: Actor, id: string): Promise<CodeDetail> {
  requirePermission(actor, 'codes.read');
  const code = await findDetail(id);
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
  const code = await db().code.findUnique({ where: { id }, select });
  if (!code) throw new AppError('NOT_FOUND');
  const bytes = await readPicture(code);
  if (!bytes || !code.imageType || !code.imageSha256) throw new AppError('NO_PICTURE');
  return { bytes, type: code.imageType, sha256: code.imageSha256, name: code.name };
}

/** Who made codes, for the filter. */
export async function listCreators(actor: Actor): Promise<{ id: string; name: string }[]> {
  requirePermission(actor, 'codes.read');
  return db().user.findMany({
    where: { codes: { some: {} } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}
