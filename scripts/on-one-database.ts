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
  'what is drawn: pictures and sheets, read back from their files': [
    'lib/batches/report/live-print',
    'lib/codes/picture/check',
    'lib/codes/picture/thumbnail',
    'lib/print/files/pieces',
    'lib/print/logo',
    'lib/print/pdf/press',
    'lib/print/pdf/read-back',
    'lib/print/piece-order',
    'lib/print/row-logos',
    'lib/print/vector/vector',
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
