import type { Pool } from 'pg';

export class TrigramsMissingError extends Error {
  override readonly name = 'TrigramsMissingError';
}

/**
 * The search needs pg_trgm, which the owner of a database may switch on where the server has it.
 * @throws TrigramsMissingError
 */
export async function requireTrigrams(pool: Pool): Promise<void> {
  try {
    await pool.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TrigramsMissingError(
      `Suncode searches with PostgreSQL's extension pg_trgm, and could not switch it on: ${reason}. Install it on the ` +
        'server (package postgresql-contrib) and run CREATE EXTENSION pg_trgm in the database of Suncode as its owner.',
      { cause: error },
    );
  }
}
