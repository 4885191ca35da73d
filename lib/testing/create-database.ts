import pg from 'pg';

/** Runs one statement on a connection of its own. @returns its rows */
export async function queryServer(url: string, sql: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query<Record<string, string>>(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

/**
 * @param template that is copied, while nobody is connected to it
 * @returns the address of a new database of the server
 */
export async function createDatabase(adminUrl: string, name: string, template?: string): Promise<string> {
  const copied = template === undefined ? '' : ` TEMPLATE "${template}"`;
  await queryServer(adminUrl, `CREATE DATABASE "${name}"${copied}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}
