import { setTimeout as pause } from 'node:timers/promises';
import { createApp } from '@/lib/apps/service';
import { systemActor } from '@/lib/auth/actor';
import { startBatch } from '@/lib/batches/run/start';
import { sha256 } from '@/lib/codes/picture/picture';
import { db } from '@/lib/db/client';
import { openDatabase } from '@/lib/db/opening/open';
import { env } from '@/lib/env';
import { readZip } from '@/lib/exports/archive/read-zip.fixture';
import { createExport, fetchExport } from '@/lib/exports/service';
import { getObject } from '@/lib/storage/storage';
import { draftOf } from '../batch-draft';

export type FaultsGround = { batchId: string };

/** What became of the two batches, as it stands in the database and in the store. */
export type Outcome = {
  rows: number;
  /** Rows that have no code which is ready, or one that another row has too. */
  lost: number;
  /** More codes than rows. */
  doubled: number;
  /** Codes whose picture is not the one that WeChat's stand-in gave for exactly them. */
  misnamed: number;
  /** Parameters that the ledger has counted, and those of them that nobody knows for certain. */
  counted: number;
  uncertain: number;
  /** Rows that ended as failed. */
  failed: Record<string, number>;
  /** How often the end of a batch was written down. */
  ends: number;
};

// Processes of their own, started by bench/faults/faults.ts: `faults-run.ts start <rows> <permanent rows>`, `faults-run.ts export
// <batch>` and `faults-run.ts compare`.
const actor = systemActor('bench');
const database = await openDatabase({ databaseUrl: env().DATABASE_URL ?? '' });
const [, , what, first, second] = process.argv;

/** The slow pace makes the faults fall into the middle of the work. @returns the batch */
async function start(appId: string, pace: number, [prefix, rows]: [string, number]): Promise<string> {
  const live = { mode: 'LIVE' as const, name: `bench ${prefix}`, appSecret: 'bench' };
  const miniProgramId = await createApp(actor, { ...live, appId });
  await db().miniProgram.update({ where: { id: miniProgramId }, data: { ratePerMinute: pace } });
  const batchId = await draftOf(miniProgramId, prefix, rows);
  await startBatch(actor, batchId);
  return batchId;
}

async function ground(rows: number, permanentRows: number): Promise<FaultsGround> {
  const batchId = await start('wx00000000000000f1', 1_500, ['f', rows]);
  await start('wx00000000000000f2', 60, ['pages/f?n=', permanentRows]);
  return { batchId };
}

/** Whom the comment at the beginning of a picture names (bench/bulk-upstream.ts). */
function ownerOf(bytes: Uint8Array): string {
  const picture = Buffer.from(bytes);
  return picture.toString('utf8', 6, 4 + picture.readUInt16BE(4));
}

type Row = { batchId: string; codeId: string | null; wanted: string };
const wantedOf = (parameters: unknown): string => {
  const { scene, path }: { scene?: string; path?: string } = Object(parameters);
  return scene ?? path ?? '';
};

async function isMisnamed({ codeId, wanted }: Row): Promise<boolean> {
  const code = await db().code.findUniqueOrThrow({ where: { id: codeId ?? '' } });
  const bytes = code.imageKey === null ? null : await getObject(code.imageKey);
  const is = bytes !== null && ownerOf(bytes) === wanted && sha256(bytes) === code.imageSha256;
  return !is || (code.scene ?? code.path) !== wanted;
}

type Unready = { code: { status: string; failureKey: string | null } | null };

/** How many of each cause. */
function causesOf(unready: Unready[]): Record<string, number> {
  const causes: Record<string, number> = {};
  for (const { code } of unready) {
    const key = code?.failureKey ?? code?.status ?? 'no code';
    causes[key] = (causes[key] ?? 0) + 1;
  }
  return causes;
}

async function compare(): Promise<Outcome> {
  const found = await db().batchRow.findMany({
    include: { code: { select: { status: true, failureKey: true } } },
  });
  const ready = found.filter(({ code }) => code?.status === 'READY');
  const rows = ready.map(({ batchId, codeId, parameters }) => ({
    batchId,
    codeId,
    wanted: wantedOf(parameters),
  }));
  const distinct = new Set(rows.map(({ codeId }) => codeId)).size;
  const failed = causesOf(found.filter(({ code }) => code?.status !== 'READY'));
  let misnamed = 0;
  for (const row of rows) if (await isMisnamed(row)) misnamed += 1;
  return {
    ...{ rows: found.length, lost: found.length - distinct, misnamed, failed },
    doubled: (await db().code.count()) - found.length,
    counted: await db().quotaEntry.count(),
    uncertain: await db().quotaEntry.count({
      where: { OR: [{ uncertain: true }, { state: { not: 'CONFIRMED' } }] },
    }),
    ends: await db().auditEvent.count({ where: { action: 'batch.finish' } }),
  };
}

/** What a worker made of an export of the batch. */
export type Exported = { files: number; misnamed: number; attempts: number };

async function exported(batch: string): Promise<Exported> {
  const id = await createExport(actor, new URLSearchParams({ batch, names: '{scene}' }));
  while ((await db().export.count({ where: { id, state: 'RUNNING' } })) > 0) await pause(200);
  const { chunks } = await fetchExport(actor, id);
  const archive: Uint8Array[] = [];
  for await (const chunk of chunks) archive.push(chunk);
  const pictures = (await readZip(Buffer.concat(archive))).filter(({ path }) => path.endsWith('.jpg'));
  const misnamed = pictures.filter(({ path, bytes }) => !path.endsWith(`${ownerOf(bytes)}.jpg`)).length;
  const { attempts } = await db().export.findUniqueOrThrow({ where: { id } });
  return { files: pictures.length, misnamed, attempts };
}

async function answer(): Promise<FaultsGround | Outcome | Exported> {
  if (what === 'start') return ground(Number(first), Number(second));
  return what === 'export' ? exported(first ?? '') : compare();
}

console.log(JSON.stringify(await answer()));
await database.close();
process.exit(0);
