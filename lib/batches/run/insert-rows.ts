import 'server-only';
import type { Tx } from '@/lib/db/client';
import type { AssessedRow } from '@/lib/batches/check/assess';
import type { Table } from '@/lib/batches/table/table';

/** One statement's worth; its JSON stays around a megabyte. */
const ROWS_AT_A_TIME = 2_000;

function rowJson(row: AssessedRow, table: Table) {
  const { rowNumber, line, verdict, name, note, parameters, fingerprint, live, issues, codeId } = row;
  const { cells = [], edited: edits } = table.rows[rowNumber - 1] ?? {};
  const edited = edits && Object.fromEntries(Object.entries(edits).map(([at, { text }]) => [at, text]));
  const why = issues.length > 0 ? issues : null;
  return {
    rowNumber,
    line,
    verdict,
    name,
    note,
    cells,
    edited,
    parameters,
    fingerprint,
    live,
    issues: why,
    codeId,
  };
}

/** Writes every row of a batch, as JSON that the database takes apart: one statement for thousands of rows. */
export async function insertRows(
  tx: Tx,
  batchId: string,
  { rows, table }: { rows: AssessedRow[]; table: Table },
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_A_TIME) {
    const chunk = rows.slice(at, at + ROWS_AT_A_TIME).map((row) => rowJson(row, table));
    await tx.$executeRaw`
      INSERT INTO "BatchRow" ("batchId", "rowNumber", "line", "verdict", "name", "note", "cells", "edited", "parameters",
        "fingerprint", "live", "issues", "codeId")
      SELECT ${batchId}, "rowNumber", "line", "verdict", "name", "note", "cells", "edited", "parameters", "fingerprint",
        "live", "issues", "codeId"
      FROM jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb) AS "row" ("rowNumber" int, "line" int,
        "verdict" "RowVerdict", "name" text, "note" text, "cells" jsonb, "edited" jsonb, "parameters" jsonb, "fingerprint" text,
        "live" jsonb, "issues" jsonb, "codeId" text)`;
  }
}
