import 'server-only';
import { rmSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createBackup } from './create';
import type { Database } from '@/lib/db/client';
import { log } from '@/lib/log';

// The embedded database belongs to the process that serves. A command that needs it meanwhile asks that process, by a
// socket in DATA_DIR: whoever may open it may read the database's files too.

/** Longer paths of sockets are cut or refused by the system. */
const PATH_MAX_BYTES = 100;

const pathOf = (dataDir: string) => join(dataDir, 'suncode.sock');

async function answer(database: Database, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST' || request.url !== '/backup') return void response.writeHead(404).end();
  const passphrase = await text(request);
  await pipeline(Readable.from(createBackup(database, passphrase || null)), response);
}

/** @returns closes it */
export async function openLocalDoor(database: Database, dataDir: string): Promise<() => void> {
  const path = pathOf(dataDir);
  if (database.kind !== 'pglite' || Buffer.byteLength(path) > PATH_MAX_BYTES) return () => undefined;
  // Left by a process that was killed: whoever is here holds the lock of the folder.
  rmSync(path, { force: true });
  const server = createServer((request, response) => {
    answer(database, request, response).catch((error: unknown) => {
      log().error({ err: error }, 'a backup broke off');
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => {
    server.once('error', (error) => {
      log().warn({ err: error }, 'no local door: npm run backup works only while Suncode is stopped');
      resolve();
    });
    server.listen({ path, readableAll: false, writableAll: false }, resolve);
  });
  return () => void server.close();
}

/** @returns the backup that the running process makes; null when none runs that could be asked */
export async function askForBackup(dataDir: string, passphrase: string | null): Promise<Readable | null> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ socketPath: pathOf(dataDir), method: 'POST', path: '/backup' }, resolve);
    request.once('error', (error: NodeJS.ErrnoException) =>
      ['ENOENT', 'ECONNREFUSED', 'EINVAL'].includes(error.code ?? '') ? resolve(null) : reject(error),
    );
    request.end(passphrase ?? '');
  });
}
