import 'server-only';
import { clock } from '@/lib/clock';
import type { Tx } from '@/lib/db/client';
import type { MiniProgram } from '@/lib/db/generated/client';
import { findLeading } from '@/lib/live/find-leading';
import { fingerprint as fingerprintOf } from '@/lib/wechat/call/fingerprint';
import type { CodeParameters } from '@/lib/wechat/rules/parameters';
import type { RowLive } from './judge-live';
import type { KnownCode } from './known-codes';

type Wanting = { rowNumber: number; parameters: CodeParameters | null; live: RowLive | null };

/** What a row asks for once its code has this key; null where its kind of code has none. */
export function withKey(
  appId: string,
  parameters: CodeParameters,
  scene: string,
): { parameters: CodeParameters; fingerprint: string } {
  const asked = parameters.endpoint === 'getwxacodeunlimit' ? { ...parameters, scene } : parameters;
  return { parameters: asked, fingerprint: fingerprintOf(appId, asked) };
}

/** Live codes that lead now to what rows lead to, and look as they ask for; by the number of the row. */
export async function findLed(
  reader: Pick<Tx, '$queryRaw'>,
  app: Pick<MiniProgram, 'id' | 'appId'>,
  rows: readonly Wanting[],
): Promise<Map<number, Required<KnownCode>>> {
  const leads = rows.flatMap(({ rowNumber: row, live }) => (live ? [{ row, ...live }] : []));
  const found = await findLeading(reader, { miniProgramId: app.id, at: clock.now() }, leads);
  const led = new Map<number, Required<KnownCode>>();
  for (const { rowNumber, parameters } of rows)
    for (const { id, name, scene, fingerprint } of found.get(rowNumber) ?? []) {
      const asked = parameters && withKey(app.appId, parameters, scene);
      if (asked?.fingerprint !== fingerprint || led.has(rowNumber)) continue;
      led.set(rowNumber, { id, name, asked });
    }
  return led;
}
