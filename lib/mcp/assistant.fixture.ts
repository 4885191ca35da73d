import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { z } from 'zod';
import { systemActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { KEY_PERMISSIONS } from '@/lib/keys/limits';
import { createKey } from '@/lib/keys/service';
import type { Ids } from '@/lib/testing/doors/fence-world';
import { openProgramsDoor } from '@/lib/testing/doors/programs-door';
import { quotaState } from '@/lib/testing/factories';

export const ALL_PERMISSIONS = KEY_PERMISSIONS.filter(() => true);

export const newKey = (appId: string) =>
  createKey(systemActor('test'), {
    ...{ name: '助手', permissions: ALL_PERMISSIONS, appIds: [appId], addresses: [], days: 1 },
  });

/** The door of assistants on a port of this machine. */
export async function openDoor(): Promise<{ url: URL; close: () => void }> {
  const { url, close } = await openProgramsDoor();
  return { url: new URL('/mcp', url), close };
}

/** The client of the official SDK, as an assistant has it. */
export async function connect(url: URL, bearer: string, language = 'en'): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  const headers = { authorization: `Bearer ${bearer}`, 'accept-language': language };
  const transport = new StreamableHTTPClientTransport(url, { requestInit: { headers } });
  await client.connect(transport);
  return client;
}

export type Fields = Record<string, unknown>;

const answerSchema = z.object({
  isError: z.boolean().default(false),
  content: z.array(
    z.object({ type: z.string(), text: z.string().optional(), mimeType: z.string().optional() }),
  ),
});

/** What a tool answers, and the code of a refusal. */
export async function use(client: Client, name: string, args: Fields = {}) {
  const { isError, content } = answerSchema.parse(await client.callTool({ name, arguments: args }));
  const text = content[0]?.text ?? '';
  const json: Fields = text === '' ? {} : JSON.parse(text);
  return { isError, json, text, code: isError ? String(json.code) : '', type: content[0]?.mimeType };
}

export const rows = (mark: string, count = 2) =>
  Array.from({ length: count }, (_, at) => ({
    scene: `${mark}${at}`,
    page: 'pages/a',
    name: `${mark} ${at}`,
  }));

/** Everything that could be made, counted or started. */
export async function stateOf({ appId: miniProgramId }: Ids): Promise<string> {
  const where = { miniProgramId };
  const states = await db().batch.findMany({
    where,
    select: { id: true, state: true },
    orderBy: { id: 'asc' },
  });
  const counts = [await db().code.count({ where }), await db().batchRow.count(), await db().export.count()];
  return JSON.stringify([states, counts, await quotaState(miniProgramId)]);
}
