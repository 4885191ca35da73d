import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sourceHash } from './source-hash';

const MARKER = '.next/suncode-source';

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/**
 * Runs a package's command line with this very Node, so that no PATH, shell or npx is needed. What it prints (a table of
 * routes, notices) is no business of somebody who starts Suncode, unless it failed.
 */
function run(command: string, args: string[]): void {
  const file = createRequire(import.meta.url).resolve(command);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    encoding: 'utf8',
    maxBuffer: MAX_OUTPUT_BYTES,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (status === 0) return;
  console.error(`${stdout}${stderr}`);
  throw new Error(`${command} ${args.join(' ')} failed; its output is above.`);
}

/** The generated Prisma client is not in the repository. */
export function generateClient(): void {
  run('prisma/build/index.js', ['generate', '--no-hints']);
}

/** Generates and builds, unless the build that is there was made of this very source. */
export function ensureBuild(): void {
  const hash = sourceHash();
  const generated = existsSync('lib/db/generated/client.ts');
  if (generated && existsSync(MARKER) && readFileSync(MARKER, 'utf8') === hash) return;
  console.error('Building Suncode once for this source (about a minute)…');
  // A build that fails half-way must not pass for the one that was there before.
  rmSync(MARKER, { force: true });
  generateClient();
  run('next/dist/bin/next', ['build']);
  writeFileSync(MARKER, hash);
}
