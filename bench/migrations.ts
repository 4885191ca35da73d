import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { migrationNames } from '@/lib/db/migrate/migration-names';
import { DEFAULT_PATIENCE, prepareServer } from '@/lib/db/opening/preparing';
import { startPostgres } from '@/lib/testing/postgres';
import { timeMs, type Figure } from './measure';

/** `MIGRATION_CODES` for a look. */
const CODES = Number(process.env.MIGRATION_CODES ?? 1_000_000);
/** From here on it is a wait that people feel. */
const FELT_MS = 100;
const SETTLE_MS = 500;

/** A team's rows of the time of each migration, so that those after it find them. Half of the codes came from batches. */
const ROWS: Record<string, string> = {
  init: `
    INSERT INTO "User" ("id", "email", "name", "passwordHash", "role", "updatedAt")
    SELECT 'user-' || i, i || '@suncode.test', '店员 ' || i, '', 'OPERATOR', now() FROM generate_series(1, 50) i;
    INSERT INTO "MiniProgram" ("id", "appId", "name", "mode", "secretCiphertext", "updatedAt")
    SELECT 'app-' || i, 'wx' || i, '小程序 ' || i, 'LIVE', '', now() FROM generate_series(1, 10) i;
    INSERT INTO "Code" ("id", "miniProgramId", "endpoint", "name", "note", "page", "scene", "width", "fingerprint", "status",
      "failureReason", "errcode", "errmsg", "imageKey", "imageBytes", "createdById", "createdAt", "updatedAt", "generatedAt")
    SELECT 'code-' || i, 'app-' || (i % 10 + 1), 'getwxacodeunlimit', '人民广场店 ' || i || ' 号桌', '', 'pages/table/index', 's=' || i,
      430, md5(i::text) || md5('x' || i), CASE WHEN i % 50 = 0 THEN 'FAILED' ELSE 'READY' END::"CodeStatus",
      CASE WHEN i % 50 = 0 THEN 'wechat' END, CASE WHEN i % 50 = 0 THEN 41030 END, CASE WHEN i % 50 = 0 THEN 'invalid page' END,
      'codes/' || md5(i::text), 40000, 'user-' || (i % 50 + 1), now() - i * interval '1 minute', now(), now()
    FROM generate_series(1, $CODES) i;
    INSERT INTO "QuotaEntry" ("miniProgramId", "fingerprint", "state")
    SELECT "miniProgramId", "fingerprint", 'CONFIRMED' FROM "Code" LIMIT $CODES / 10;
    INSERT INTO "AuditEvent" ("id", "at", "actorKind", "actorId", "actorName", "action", "targetId", "details")
    SELECT 'event-' || i, now() - i * interval '1 minute', 'user', 'user-' || (i % 50 + 1), '店员', 'code.generate', 'code-' || i,
      '{"name": "人民广场店"}' FROM generate_series(1, $CODES / 2) i`,
  batch_row_note: `
    INSERT INTO "Batch" ("id", "miniProgramId", "name", "source", "state", "tableKey", "rowCount", "updatedAt")
    SELECT 'batch-' || i, 'app-' || (i % 10 + 1), '批次 ' || i, 'file', 'FINISHED', 'tables/' || i, 5000, now()
    FROM generate_series(1, $CODES / 10000) i;
    INSERT INTO "BatchRow" ("batchId", "rowNumber", "line", "verdict", "name", "cells", "codeId")
    SELECT 'batch-' || (i / 5000 + 1), i % 5000 + 1, i % 5000 + 2, 'new', i || ' 号桌', '["s=1","桌"]', 'code-' || (i + 1)
    FROM generate_series(0, $CODES / 2 - 1) i;
    UPDATE "Code" SET "batchId" = r."batchId" FROM "BatchRow" r WHERE r."codeId" = "Code"."id"`,
  live_scans: `
    INSERT INTO "LiveCode" ("codeId", "key") SELECT 'code-' || i, 'key' || i FROM generate_series(1, 5000) i;
    INSERT INTO "LiveScanHour" ("key", "hour", "scene", "count")
    SELECT 'key' || (i % 5000 + 1), date_trunc('hour', now()) - (i / 5000) * interval '1 hour', 1011, 3
    FROM generate_series(0, $CODES / 2 - 1) i`,
};

const titleOf = (name: string) => name.replace(/^\d+_/, '');

class Probe {
  readonly #child: ChildProcess;

  constructor(url: string) {
    this.#child = fork('bench/migrations-probe.ts', [url], { execArgv: ['--import', 'tsx'] });
  }

  /** The longest wait since it was asked last. */
  async longestMs(): Promise<number> {
    this.#child.send('longest');
    const [longest] = await once(this.#child, 'message');
    return Number(longest);
  }

  end(): void {
    this.#child.disconnect();
  }
}

type Run = { name: string; ms: number; waitMs: number };

async function migrateAll(url: string, client: pg.Client): Promise<Run[]> {
  const names = migrationNames();
  const runs: Run[] = [];
  let probe: Probe | null = null;
  try {
    for (const [at, name] of names.entries()) {
      await probe?.longestMs();
      const ms = await timeMs(() => prepareServer(url, DEFAULT_PATIENCE, names.slice(0, at + 1)));
      const waitMs = (await probe?.longestMs()) ?? 0;
      if (at > 0) runs.push({ name: titleOf(name), ms, waitMs });
      const rows = ROWS[titleOf(name)];
      if (rows === undefined) continue;
      await client.query(rows.replaceAll('$CODES', String(CODES)));
      await client.query('VACUUM ANALYZE');
      probe ??= new Probe(url);
      await pause(SETTLE_MS);
    }
  } finally {
    probe?.end();
  }
  return runs;
}

/** What an update from each version costs a team with a million codes, while people go on: how long, and what they wait for. */
export async function benchMigrations(): Promise<Figure[]> {
  const server = await startPostgres();
  const client = new pg.Client({ connectionString: server.url });
  try {
    await client.connect();
    const runs = await migrateAll(server.url, client);
    const longest = runs.toSorted((a, b) => b.waitMs - a.waitMs);
    const felt = longest.filter(({ waitMs }) => waitMs > FELT_MS);
    const all = { name: `all ${runs.length} migrations over ${CODES} codes`, unit: 's' as const };
    return [
      { ...all, value: runs.reduce((sum, { ms }) => sum + ms, 0) / 1000, detail: `${felt.length} were felt` },
      ...felt.map(({ name, ms, waitMs }) => ({
        ...{ name: `longest wait for a code during ${name}`, value: waitMs, unit: 'ms' as const },
        detail: `it took ${Math.round(ms)} ms`,
      })),
    ];
  } finally {
    await client.end();
    await server.stop();
  }
}
