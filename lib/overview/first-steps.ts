import 'server-only';
import { seenApps, seenRows } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { can, requirePermission } from '@/lib/auth/permissions';
import { generateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { seenExports } from '@/lib/exports/seen';

/** Set to `hidden` in the browser of who does not want to see the first steps. */
export const GUIDE_COOKIE = 'suncode_guide';

export type ExampleCode = { id: string; name: string; imageSha256: string };

/** What leads a new installation from a first look to files for the print shop; each is true once it has happened. */
export type FirstSteps = {
  /** Null where there is nothing to try (no sandbox), and once there are other codes to look at. */
  example: { isDone: boolean; code: ExampleCode | null } | null;
  /** A live Mini Program that WeChat, or the token server, has given a token; `failing` names one that is still refused. */
  connect: { isDone: boolean; failing: string | null };
  batch: { isDone: boolean; startedId: string | null };
  download: { isDone: boolean };
};

const EXAMPLE_SCENE = 'table=1';
const EXAMPLE_PAGE = 'pages/index/index';

const hasPicture = { status: 'READY' as const, imageSha256: { not: null }, deletedAt: null };

async function firstSandbox(actor: Actor): Promise<string | null> {
  if (env().SANDBOX === 'off') return null;
  const found = await db().miniProgram.findFirst({
    where: { mode: 'SANDBOX', disabledAt: null, AND: seenApps(actor) },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  });
  return found?.id ?? null;
}

/** Done by the example itself: a row of a batch may have its scene, and nobody was shown it as one. */
async function exampleStep(actor: Actor): Promise<FirstSteps['example']> {
  const miniProgramId = await firstSandbox(actor);
  if (miniProgramId === null) return null;
  const isExample = { miniProgramId, scene: EXAMPLE_SCENE, page: EXAMPLE_PAGE };
  const [any, code] = await Promise.all([
    db().code.findFirst({ where: { ...hasPicture, AND: seenRows(actor) }, select: { id: true } }),
    db().code.findFirst({
      where: { ...hasPicture, ...isExample, batchId: null, replacesId: null },
      select: { id: true, name: true, imageSha256: true },
      orderBy: { createdAt: 'asc' },
    }),
  ]);
  if (code?.imageSha256) return { isDone: true, code: { ...code, imageSha256: code.imageSha256 } };
  return any ? null : { isDone: false, code: null };
}

async function connectStep(actor: Actor): Promise<FirstSteps['connect']> {
  const live = await db().miniProgram.findMany({
    where: { mode: 'LIVE', AND: seenApps(actor) },
    select: { name: true, accessToken: { select: { expiresAt: true, failureKey: true } } },
    orderBy: { createdAt: 'desc' },
  });
  const isDone = live.some(({ accessToken }) => accessToken?.expiresAt && !accessToken.failureKey);
  return { isDone, failing: isDone ? null : (live[0]?.name ?? null) };
}

async function batchStep(actor: Actor): Promise<FirstSteps['batch']> {
  const started = await db().batch.findFirst({
    where: { startedAt: { not: null }, AND: seenRows(actor) },
    select: { id: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return { isDone: started !== null, startedId: started?.id ?? null };
}

async function downloadStep(actor: Actor): Promise<FirstSteps['download']> {
  const finished = await db().export.findFirst({
    where: { state: 'FINISHED', AND: await seenExports(actor) },
    select: { id: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return { isDone: finished !== null };
}

/** @returns null when nothing is left to do, and for those who make no codes */
export async function getFirstSteps(actor: Actor): Promise<FirstSteps | null> {
  requirePermission(actor, 'codes.read');
  if (!can(actor, 'codes.write')) return null;
  const [example, connect, batch, download] = await Promise.all([
    exampleStep(actor),
    connectStep(actor),
    batchStep(actor),
    downloadStep(actor),
  ]);
  const isOver = [example, connect, batch, download].every((step) => step === null || step.isDone);
  return isOver ? null : { example, connect, batch, download };
}

/**
 * Makes the code of one table of an imagined shop in the sandbox, which costs nothing and calls nobody.
 * @param name as it is called in the language of the person
 * @throws AppError FORBIDDEN, SANDBOX_OFF
 */
export async function makeExample(actor: Actor, name: string): Promise<void> {
  requirePermission(actor, 'codes.write');
  const miniProgramId = await firstSandbox(actor);
  if (miniProgramId === null) throw new AppError('SANDBOX_OFF');
  await generateCode(actor, {
    ...{ miniProgramId, endpoint: 'getwxacodeunlimit', name },
    ...{ scene: EXAMPLE_SCENE, page: EXAMPLE_PAGE },
  });
}
