import { existsSync } from 'node:fs';

// Both databases are PostgreSQL. What is said to them (statements, locks, migrations, batches, backups) is tested on each of
// them, by the tests of each use case. Test files whose subject is something else, and that need rows to speak of, run on
// PostgreSQL alone, which is the quicker one. A new file runs on both until somebody writes it down here, with its subject.

const SUBJECTS: Record<string, string[]> = {
  'who may do what and sees what: each door and each use case, by each role and from beside': [
    'lib/auth/use-cases',
    'lib/auth/fence',
    'lib/auth/fence-jobs',
    'lib/auth/second-step-required',
    'lib/http/access-doors',
    'lib/http/fence-doors',
    'lib/audit/every-change',
  ],
  'who comes in and how; the end-to-end tests let everybody in on PGlite': [
    'lib/auth/services/service-connect',
    'lib/auth/services/service-dialects',
    'lib/auth/services/service-flow',
    'lib/auth/session',
    'lib/http/route',
    'lib/keys/keys',
    'lib/users/letters',
    'lib/users/links',
    'lib/users/members',
    'lib/users/passkeys/passkeys',
    'lib/users/second-step/second-step',
    'lib/users/sight',
    'lib/users/sign-in-services/check',
    'lib/users/sign-in-services/passkeys',
    'lib/users/users',
  ],
  'what others answer and how they fail: WeChat, its stand-in, token servers, chat robots': [
    'lib/apps/token/private-token-server',
    'lib/apps/token/tokens-server',
    'lib/codes/generate/faults',
    'lib/codes/generate/faults-sandbox',
    'lib/gateway/gateway',
    'lib/notices/notices',
    'lib/webhooks/robots',
  ],
  'what a trace tells of a request': [
    'lib/apps/trace',
    'lib/batches/draft/trace',
    'lib/exports/trace',
    'lib/tracing/tracing',
  ],
  'processes beside one another, and a server that vanishes': [
    'lib/db/opening/lock',
    'lib/db/silent-server',
    'lib/db/opening/starts-together',
  ],
  'what programs send and get: documents, examples, tools and the command line, over the use cases': [
    'lib/api/api',
    'lib/api/actions',
    'lib/api/document',
    'lib/api/examples',
    'lib/api/live-batches',
    'lib/api/work',
    'lib/live/snippet',
    'lib/mcp/mcp',
    'lib/mcp/start',
    'scripts/cli/cli',
  ],
  'what is drawn or packed: pictures, sheets and archives, read back from their files': [
    'lib/batches/report/live-print',
    'lib/codes/picture/check',
    'lib/codes/picture/thumbnail',
    'lib/exports/archive/zip-export',
    'lib/exports/list/picture-table',
    'lib/print/files/pieces',
    'lib/print/logo',
    'lib/print/pdf/press',
    'lib/print/pdf/read-back',
    'lib/print/pictures/pictures',
    'lib/print/piece-order',
    'lib/print/print',
    'lib/print/row-logos',
    'lib/print/vector/vector',
  ],
  'names and settings that people keep, without SQL of ours; the end-to-end tests do all of it on PGlite': [
    'lib/batches/plan/adopt-plan',
    'lib/batches/plan/presets',
    'lib/folders/folders',
    'lib/folders/limits',
    'lib/print/designs/designs',
    'lib/print/stocks/stocks',
    'lib/purposes/purposes',
    'lib/recent/recent',
    'lib/tags/tags',
    'lib/views/limits',
    'lib/views/views',
  ],
  'what a bucket does with a backup; what a backup holds is tested beside it, on both': [
    'lib/backup/kept/bucket',
    'lib/watch/ready-bucket',
  ],
};

/** Test files that run on PostgreSQL alone in `npm test`. By its name each runs on either: `npx vitest run --project db <file>`. */
export const ON_ONE_DATABASE = Object.values(SUBJECTS)
  .flat()
  .map((name) => `${name}.db.test.ts`);

const gone = ON_ONE_DATABASE.filter((file) => !existsSync(file));
if (gone.length > 0)
  throw new Error(`scripts/on-one-database.ts names what is not there: ${gone.join(', ')}`);
