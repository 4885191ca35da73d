import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Files that write rows and record nothing, and why. All others record what they do. */
const SILENT: Record<string, string> = {
  'api/idempotency.ts': 'answers that are told a second time',
  'apps/calls/call-budget.ts': 'the pace of calls',
  'apps/pages/probe.ts': 'what WeChat said by itself',
  'apps/shared-things.ts': 'a part of making what the maker’s own use case records',
  'apps/token/access-token.ts': 'tokens come and go by themselves',
  'apps/token/token-events.ts': 'its own record, of tokens',
  'apps/token/token-failures.ts': 'what the last token request came to',
  'auth/attempts/attempts.ts': 'how many tries there were; users/sign-in.ts says which failed',
  'auth/session-rows.ts': 'users/sign-in.ts and users/sessions.ts say who came and went; the rest runs out',
  'backup/kept/make-backup.ts': 'the list of backups is its record',
  'backup/tables.ts': 'into an empty installation, with its records',
  'batches/draft/replace-table.ts': 'a step of what drafts.ts records, and of typing into a table',
  'batches/run/claim-live.ts': 'codes of a batch, whose start is recorded',
  'batches/run/claim.ts': 'rows of a batch whose start is recorded',
  'batches/run/give-up.ts': 'a part of cancelling, which control.ts records',
  'batches/run/insert-rows.ts': 'a part of starting, which start.ts records',
  'batches/run/put-back.ts': 'rows of a dead process go on',
  'batches/run/worker.ts': 'leases',
  'bulk/changes/apply.ts': 'a step of what start.ts records, and it leaves its traces',
  'bulk/calls.ts': 'leases and counts; each code is recorded by codes/generate',
  'bulk/changes/keep.ts': 'as apply.ts',
  'bulk/changes/retarget.ts': 'as apply.ts',
  'bulk/step.ts': 'counts of what start.ts records',
  'bulk/worker.ts': 'leases, and what can no more be undone',
  'codes/find/gather.ts': 'a table of one question',
  'codes/generate/final.ts': 'outcomes of what opening.ts records',
  'codes/generate/settle-limited.ts': 'as final.ts',
  'codes/generate/sweeper.ts': 'codes of a dead process go on',
  'db/migrate/migrate-online.ts': 'what an update does before anybody can come in',
  'db/migrate/migrate.ts': 'as db/migrate/migrate-online.ts',
  'db/migrate/online-rules.ts': 'words about statements, and no statement',
  'db/statistics.ts': 'the database’s own',
  'exports/job/make-export.ts': 'a job that service.ts records',
  'exports/job/purge.ts': 'what remove.ts has recorded, a day later',
  'exports/job/worker.ts': 'leases',
  'exports/lost-file.ts': 'a note that a file is missing',
  'exports/scope/selections.ts': 'ticks that last a week, so that an address is short',
  'exports/seal.ts': 'sums of a job that service.ts records',
  'jobs/queue.ts': 'turns of batches, which mean nothing by themselves',
  'webhooks/emit.ts': 'messages of what records itself',
  'webhooks/worker.ts': 'which message is being sent, and old ones that go',
  'keys/enter.ts': 'when it was used last; what is done with it records itself',
  'live/count-scans.ts': 'scans are counted, and who scanned is not known',
  'live/scans/device-marks.ts': 'as live/count-scans.ts: the same phones in fewer bytes',
  'live/scans/device-salt.ts': 'drawn at random, once a month, and shown to nobody',
  'notices/letters.ts': 'which letter is being sent',
  'notices/tell.ts': 'as webhooks/emit.ts',
  'print/records/keep-printed.ts': 'a part of making what export.create asked for',
  'quota/ledger.ts': 'a ledger itself',
  'recent/service.ts': 'what somebody used last',
  'setup/identity.ts': 'sums by which a process knows its installation',
  'watch/heartbeat.ts': 'a sign of life',
  'users/passkeys/challenge.ts': 'challenges that were answered, for five minutes',
  'users/passkeys/check.ts': 'how often a key has signed; users/enter.ts says who came',
  'users/second-step/recovery-codes.ts': 'a part of what service.ts records',
  'users/second-step/state.ts': 'as recovery-codes.ts',
};

test('each file that writes rows records it, or says why not', () => {
  const root = join(import.meta.dirname, '..');
  const writesRows =
    /\b(?:tx|db\(\)|db)\s*\.\s*\w+\s*\.(?:create|update|delete|upsert)\w*\(|\$executeRaw|INSERT INTO|UPDATE "|DELETE FROM/;
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /^[^.]+\.ts$/.test(file) && !/^(?:testing|db\/generated)\//.test(file),
  );
  const silent = files.filter((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    return writesRows.test(source) && !/\brecord(?:Audit|Change|Stranger)\(/.test(source);
  });
  expect(silent.sort()).toEqual(Object.keys(SILENT).sort());
});
