import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { hintScripts } from './compile-hints';
import { compressScripts } from './compress-scripts';
import { linkSameChunks } from './link-chunks';
import { sourceHash } from './source-hash';

const MARKER = '.next/suncode-source';

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/**
 * Runs a package's command line with this very Node, so that no PATH, shell or npx is needed. What it prints (a table of
 * routes, notices) is no business of somebody who starts Suncode, unless it failed.
 */
function run(command: string, args: string[], variables: Record<string, string> = {}): void {
  const file = createRequire(import.meta.url).resolve(command);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    encoding: 'utf8',
    maxBuffer: MAX_OUTPUT_BYTES,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...variables },
  });
  if (status === 0) return;
  console.error(`${stdout}${stderr}`);
  throw new Error(`${command} ${args.join(' ')} failed; its output is above.`);
}

/**
 * Names of server actions are salted with this key, which Next otherwise makes anew for each build. The same everywhere, a
 * page that is open while Suncode is updated can still call what the update did not change, and a page of one process can
 * call another process of the same version. It keeps no secret: it encrypts what inline actions close over, and ours
 * close over nothing.
 */
const ACTIONS_KEY = createHash('sha256').update('suncode server actions').digest('base64');

/** The generated Prisma client is not in the repository. */
export function generateClient(): void {
  run('prisma/build/index.js', ['generate', '--no-hints']);
}

/**
 * Generates and builds, unless the build that is there was made of this very source.
 * @param options.hasClient the client was generated a moment ago
 */
export function ensureBuild({ hasClient = false } = {}): void {
  // The image has the build and not what it was made of (`scripts/image.ts`).
  if (!existsSync('app') && existsSync(MARKER)) return;
  const hash = sourceHash();
  const generated = existsSync('lib/db/generated/client.ts');
  if (generated && existsSync(MARKER) && readFileSync(MARKER, 'utf8') === hash) return;
  console.error('Building Suncode once for this source (about a minute)…');
  // A build that fails half-way must not pass for the one that was there before.
  rmSync(MARKER, { force: true });
  if (!hasClient) generateClient();
  // Processes of one source are one build to the browser, wherever each was built.
  run('next/dist/bin/next', ['build'], {
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: ACTIONS_KEY,
    SUNCODE_BUILD_ID: hash.slice(0, 21),
  });
  linkSameChunks('.next');
  hintScripts('.next');
  compressScripts('.next');
  writeFileSync(MARKER, hash);
}
