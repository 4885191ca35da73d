import 'server-only';
import { seenRows } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { can, requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import type { PrintState } from '@/lib/db/generated/enums';
import type { ExportWhereInput } from '@/lib/db/generated/models';
import { AppError } from '@/lib/errors';
import { isPrint } from '@/lib/exports/options';
import { storedOptions } from '@/lib/exports/parse-options';
import { exportItem, exportPage } from '@/lib/exports/queries';
import { seenExports } from '@/lib/exports/seen';
import type { ListParams } from '@/lib/lists/list-params';
import type {
  PrintedCodeItem,
  PrintOfCode,
  PrintPage,
  PrintRecord,
  PrintStepItem,
  PrintTab,
} from './record-types';

/** Codes that a page of a record shows. */
const CODES_SHOWN = 60;
/** Prints that a code's page shows, and steps that a record does. */
const PRINTS_SHOWN = 5;
const STEPS_SHOWN = 100;

async function countStates(where: ExportWhereInput): Promise<PrintPage['counts']> {
  const found = await db().export.groupBy({ by: ['printState'], where, _count: { _all: true } });
  const of = (wanted: PrintState) => found.find(({ printState }) => printState === wanted)?._count._all ?? 0;
  const states = { made: of('made'), sent: of('sent'), placed: of('placed'), retired: of('retired') };
  return { all: Object.values(states).reduce((sum, count) => sum + count, 0), ...states };
}

const ofTab = (tab: PrintTab): ExportWhereInput => ({ printState: tab === 'all' ? { not: null } : tab });

/** What was printed of what the actor sees, newest first. @throws AppError INVALID_INPUT for a cursor that is none */
export async function listPrints(
  actor: Actor,
  { tab, ...params }: ListParams<PrintTab> & { cursor?: string | undefined },
): Promise<PrintPage> {
  requirePermission(actor, 'codes.export');
  const { where, ...page } = await exportPage(actor, params, ofTab(tab));
  const counts = await countStates({ AND: [where, ofTab('all')] });
  return { ...page, counts };
}

async function stepsOf(exportId: string): Promise<PrintStepItem[]> {
  const rows = await db().printStep.findMany({
    where: { exportId },
    include: { by: { select: { name: true } } },
    orderBy: { id: 'desc' },
    take: STEPS_SHOWN,
  });
  return rows.map(({ id, state, note, at, by }) => ({
    ...{ id, state, note, at: at.toISOString(), by: by?.name ?? null },
  }));
}

type Became = { count: number; deleted: number; replaced: number; asPictures: number };

/** What became of the codes of a print. One of which only the record is left is gone as well. */
async function becameOf(exportId: string) {
  const [row] = await db().$queryRaw<Became[]>`
    SELECT count(*)::integer AS "count",
      count(*) FILTER (WHERE c."id" IS NULL OR c."deletedAt" IS NOT NULL)::integer AS "deleted",
      count(*) FILTER (WHERE c."deletedAt" IS NULL AND c."imageSha256" <> p."imageSha256")::integer AS "replaced",
      count(*) FILTER (WHERE p."drawnAs" = 'picture')::integer AS "asPictures"
    FROM "PrintedCode" p LEFT JOIN "Code" c ON c."id" = p."codeId" WHERE p."exportId" = ${exportId}`;
  return row ?? { count: 0, deleted: 0, replaced: 0, asPictures: 0 };
}

const DRAWN = ['traced', 'decoded', 'picture'] as const;

async function codesOf(exportId: string, after: number): Promise<PrintedCodeItem[]> {
  const rows = await db().printedCode.findMany({
    where: { exportId, position: { gt: after } },
    orderBy: { position: 'asc' },
    take: CODES_SHOWN,
  });
  const known = await db().code.findMany({
    where: { id: { in: rows.map(({ codeId }) => codeId) }, deletedAt: null },
    select: { id: true, imageSha256: true },
  });
  const now = new Map(known.map((code) => [code.id, code.imageSha256]));
  return rows.map(({ exportId: _of, imageSha256, drawnAs, ...shown }) => {
    const { codeId } = shown;
    const became = !now.has(codeId) ? 'deleted' : now.get(codeId) === imageSha256 ? 'same' : 'replaced';
    return { ...shown, became, drawnAs: DRAWN.find((known) => known === drawnAs) ?? null };
  });
}

/**
 * The record of a print: what, on what, which codes and what became of them, and what people said of it.
 * @param after the place of the last code that was shown; -1 for the first ones
 * @throws AppError FORBIDDEN, NOT_FOUND for what is no print, or not made yet
 */
export async function getPrint(actor: Actor, exportId: string, after: number): Promise<PrintRecord> {
  requirePermission(actor, 'codes.export');
  const { item, sha256 } = await exportItem(actor, exportId);
  if (item.print === null) throw new AppError('NOT_FOUND');
  const [steps, codes, { count, ...became }] = await Promise.all([
    stepsOf(exportId),
    codesOf(exportId, after),
    becameOf(exportId),
  ]);
  const last = codes.at(-1)?.position ?? -1;
  const nextAfter = last + 1 < count && codes.length > 0 ? last : null;
  const canChange = can(actor, 'codes.write');
  return { item, sha256, steps, codes, nextAfter, codeCount: count, ...became, canChange };
}

/**
 * The prints on which a code went out, newest first, a few at most; those of samples are for trying out and not among them.
 * @throws AppError FORBIDDEN, NOT_FOUND
 */
export async function listPrintsOfCode(actor: Actor, codeId: string): Promise<PrintOfCode[]> {
  requirePermission(actor, 'codes.read');
  const code = await db().code.findUnique({
    where: { id: codeId, AND: seenRows(actor) },
    select: { imageSha256: true },
  });
  if (!code) throw new AppError('NOT_FOUND');
  const found = await db().printedCode.findMany({
    where: { codeId, export: { removedAt: null, AND: await seenExports(actor) } },
    select: {
      imageSha256: true,
      export: { select: { id: true, printState: true, options: true, createdAt: true } },
    },
    orderBy: { exportId: 'desc' },
    take: PRINTS_SHOWN * 2,
  });
  const prints = found.flatMap(({ imageSha256, export: print }) => {
    const options = storedOptions(print.options);
    if (!isPrint(options) || options.sample || !print.printState) return [];
    const { id: exportId, printState: state, createdAt } = print;
    const isReplaced = imageSha256 !== code.imageSha256;
    return [
      {
        exportId,
        state,
        design: options.design.name ?? options.design.key,
        at: createdAt.toISOString(),
        isReplaced,
      },
    ];
  });
  return prints.slice(0, PRINTS_SHOWN);
}
