import 'server-only';
import { storedTableKeys } from '@/lib/batches/table/stored-table';
import type { Session } from '@/lib/db/snapshot';
import { MARKER_KEY } from '@/lib/setup/identity';

const KEYS_AT_ONCE = 500;

async function* keysOf(session: Session, select: string): AsyncGenerator<string[]> {
  await session.query(`DECLARE backup_keys NO SCROLL CURSOR FOR ${select}`);
  for (;;) {
    const rows = await session.query(`FETCH ${KEYS_AT_ONCE} FROM backup_keys`);
    if (rows.length === 0) break;
    yield rows.map(({ key }) => String(key));
  }
  await session.query('CLOSE backup_keys');
}

/** An object of the storage that belongs to what a session reads. */
export type ObjectKey = {
  key: string;
  /** Something is lost without it; the others are made again, or were only ever there for some. */
  isNeeded: boolean;
  isPicture: boolean;
};

/** All of them but the thumbnails, which are drawn when somebody looks. The session must be in a transaction. */
export async function* listObjects(session: Session): AsyncGenerator<ObjectKey[]> {
  yield [{ key: MARKER_KEY, isNeeded: true, isPicture: false }];
  const batches = keysOf(session, 'SELECT "tableKey" AS key FROM "Batch"');
  for await (const keys of batches)
    yield keys.flatMap(storedTableKeys).map((key) => ({ key, isNeeded: false, isPicture: false }));
  const exports = keysOf(
    session,
    'SELECT "snapshotKey" AS key FROM "Export" WHERE "snapshotKey" IS NOT NULL',
  );
  for await (const keys of exports) yield keys.map((key) => ({ key, isNeeded: true, isPicture: false }));
  // Before an update a new version backs up what an older one has made, which may have no such table yet.
  const [{ there } = {}] = await session.query(`SELECT to_regclass('"PrintPicture"') IS NOT NULL AS there`);
  const pictures = there ? keysOf(session, 'SELECT "imageKey" AS key FROM "PrintPicture"') : [];
  for await (const keys of pictures) yield keys.map((key) => ({ key, isNeeded: true, isPicture: false }));
  const codes = keysOf(session, 'SELECT DISTINCT "imageKey" AS key FROM "Code" WHERE "imageKey" IS NOT NULL');
  for await (const keys of codes) yield keys.map((key) => ({ key, isNeeded: true, isPicture: true }));
}
