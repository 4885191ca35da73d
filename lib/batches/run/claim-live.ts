import 'server-only';
import { z } from 'zod';
import { findLed, withKey } from '@/lib/batches/check/known-live';
import { readRowLive } from '@/lib/batches/report/row-live';
import { clock } from '@/lib/clock';
import type { Tx } from '@/lib/db/client';
import type { BatchRow, Code } from '@/lib/db/generated/client';
import { newLiveKey } from '@/lib/live/key';
import type { LockedApp } from '@/lib/quota/ledger';
import { PATH_MAX_BYTES_EXTENDED } from '@/lib/wechat/rules/limits';
import { codeParametersSchema, type CodeParameters } from '@/lib/wechat/rules/parameters';

/** A row whose turn has come: what it asks WeChat for, and what its code leads to where that is kept here. */
export type FreshRow = Pick<BatchRow, 'rowNumber' | 'name' | 'note'> & {
  parameters: CodeParameters;
  fingerprint: string;
  live: ReturnType<typeof readRowLive>;
};

/** What is written down of a row once it has its code. */
export type RowCode = Pick<Code, 'id' | 'fingerprint' | 'scene'>;

const schema = codeParametersSchema({ pathMaxBytes: PATH_MAX_BYTES_EXTENDED });
const keptSchema = z.record(z.string(), z.unknown());

type Kept = Pick<BatchRow, 'rowNumber' | 'name' | 'note' | 'parameters' | 'fingerprint' | 'live'>;

/**
 * A row as it asks now. One of a live code draws its key when its turn comes: should there be that key already, then the claim
 * fails as a whole, and the next one draws others.
 */
export function toFresh(
  appId: string,
  { parameters: kept, fingerprint, live: target, ...row }: Kept,
): FreshRow {
  const live = readRowLive(target);
  if (!live) return { ...row, live, parameters: schema.parse(kept), fingerprint: fingerprint ?? '' };
  const scene = newLiveKey();
  return { ...row, live, ...withKey(appId, schema.parse({ ...keptSchema.parse(kept), scene }), scene) };
}

/** Live codes that lead where these rows lead, made since the start; by what the row would have asked for. */
export async function findLedNow(tx: Tx, app: LockedApp, rows: FreshRow[]): Promise<Map<string, RowCode>> {
  const led = await findLed(tx, app, rows);
  return new Map(
    rows.flatMap(({ rowNumber, fingerprint }): [string, RowCode][] => {
      const known = led.get(rowNumber);
      return known ? [[fingerprint, rowCode(known.id, known.asked)]] : [];
    }),
  );
}

function rowCode(id: string, asked: { parameters: CodeParameters; fingerprint: string }): RowCode {
  const { parameters, fingerprint } = asked;
  return { id, fingerprint, scene: 'scene' in parameters ? parameters.scene : null };
}

type Made = { codes: Pick<Code, 'id' | 'fingerprint' | 'scene'>[]; rows: FreshRow[]; byName: string };

/** Makes codes live, in the transaction that inserts them. */
export async function insertLiveCodes(tx: Tx, { codes, rows, byName }: Made): Promise<void> {
  const liveOf = new Map(rows.map(({ fingerprint, live }) => [fingerprint, live]));
  const made = codes.flatMap(({ id: codeId, fingerprint, scene: key }) => {
    const live = liveOf.get(fingerprint);
    return live && key !== null ? [{ codeId, key, live }] : [];
  });
  if (made.length === 0) return;
  const startsAt = clock.now();
  await tx.liveCode.createMany({ data: made.map(({ key, codeId }) => ({ key, codeId })) });
  await tx.liveTarget.createMany({
    data: made.map(({ key, live }) => ({ key, startsAt, ...live, byName })),
  });
}
