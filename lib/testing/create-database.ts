import pg from 'pg';

/**
 * @param template that is copied, while nobody is connected to it
 * @returns the address of a new database of the server
 */
export async function createDatabase(adminUrl: string, name: string, template?: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const copied = template === undefined ? '' : ` TEMPLATE "${template}"`;
  await client.query(`CREATE DATABASE "${name}"${copied}`).finally(() => client.end());
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}
