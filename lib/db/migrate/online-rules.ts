import { isOnline, statementsOf, type Statement } from './online-script';

/** Tables that grow with what a team does, to millions of rows: a lock of one for as long as it is read through stops everybody. */
export const LARGE_TABLES = [
  ...['Code', 'BatchRow', 'AuditEvent', 'QuotaEntry', 'BulkChange', 'BulkTrace', 'PrintedCode', 'RecentCode'],
  ...[
    'LiveCode',
    'LiveTarget',
    'LiveScanHour',
    'LiveScanDay',
    'LiveScanTotal',
    'LiveDeviceDay',
    'CountedScan',
  ],
  ...['WebhookDelivery', 'Notice'],
];

type Rule = { refuses: (statement: Statement, isOnlineScript: boolean) => boolean; instead: string };

const makesIndex = (sql: string) => /^CREATE (?:UNIQUE )?INDEX\b/i.test(sql);
const isConcurrent = (sql: string) => /\bINDEX CONCURRENTLY\b/i.test(sql);

const RULES: Rule[] = [
  {
    refuses: ({ sql }) => makesIndex(sql) && !isConcurrent(sql),
    instead:
      'stops writing until the index is made. Begin the file with "-- online" and write CREATE INDEX CONCURRENTLY IF NOT EXISTS.',
  },
  {
    refuses: ({ sql }, online) => isConcurrent(sql) && !(online && /IF (?:NOT )?EXISTS/i.test(sql)),
    instead:
      'needs "-- online" as the first line of the file, and IF NOT EXISTS, so that it can be done again.',
  },
  {
    refuses: ({ sql }) => /\bSET NOT NULL\b/i.test(sql),
    instead:
      'reads all rows while everybody waits. Add CHECK ("x" IS NOT NULL) NOT VALID, and VALIDATE CONSTRAINT in an online migration; PostgreSQL takes SET NOT NULL at once where such a constraint is valid.',
  },
  {
    refuses: ({ sql }) => /\bALTER COLUMN "\w+" (?:SET DATA )?TYPE\b/i.test(sql),
    instead:
      'writes the whole table anew while everybody waits. Add another column, fill it in portions, and read that.',
  },
  {
    refuses: ({ sql }) =>
      /\bADD COLUMN\b[^,]*\b(?:SERIAL|BIGSERIAL|GENERATED|DEFAULT\s+(?!now\(\))\w*\()/i.test(sql),
    instead:
      'writes the whole table anew. Add the column without a default that is another for each row, and fill it in portions.',
  },
  {
    refuses: ({ sql }) => /\bADD CONSTRAINT\b/i.test(sql) && !/\bNOT VALID\b|\bUSING INDEX\b/i.test(sql),
    instead:
      'reads all rows while everybody waits. Add it NOT VALID, and VALIDATE CONSTRAINT in an online migration.',
  },
  {
    refuses: ({ sql, portions }) => /^(?:UPDATE|DELETE)\b/i.test(sql) && portions === null,
    instead:
      'locks each row that it changes until its end. In a file that begins with "-- online", write before it: -- portions of 5000 by "Table"."id", and ask for "id" > $from AND "id" <= $to.',
  },
  {
    refuses: ({ sql, portions }) => portions !== null && !(sql.includes('$from') && sql.includes('$to')),
    instead: 'is in portions, and does not ask for "id" > $from AND "id" <= $to.',
  },
  {
    refuses: ({ portions }, online) => portions !== null && !online,
    instead: 'is in portions, which "-- online" as the first line of the file makes it.',
  },
];

/** The large table that a statement changes, or makes an index of. */
function largeTableOf(sql: string): string | undefined {
  const named =
    /^(?:ALTER TABLE|UPDATE|DELETE FROM|CREATE (?:UNIQUE )?INDEX .*?\bON) (?:ONLY )?"(\w+)"/is.exec(sql)?.[1];
  return LARGE_TABLES.find((name) => name === named);
}

/** What somebody with a million codes would wait for, statement by statement, and what to write in its place. */
export function problemsOf(script: string): string[] {
  return statementsOf(script).flatMap((statement) => {
    const table = largeTableOf(statement.sql);
    if (table === undefined) return [];
    const start = statement.sql.replaceAll(/\s+/g, ' ').slice(0, 80);
    return RULES.filter(({ refuses }) => refuses(statement, isOnline(script))).map(
      ({ instead }) => `${start} … on the large table ${table} ${instead}`,
    );
  });
}
