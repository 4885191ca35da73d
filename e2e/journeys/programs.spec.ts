import { randomUUID } from 'node:crypto';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { expect, SANDBOX, test, visit } from '../fixtures';
import { Keys } from '../pages/keys';

test.use({ role: 'ADMIN' });

test('a key from the settings opens the API, the gateway and the door of assistants, and is named in the activity log', async ({
  page,
  t,
  baseURL,
}) => {
  const mark = randomUUID().slice(0, 8);
  const keys = new Keys(page, t);
  await keys.open();
  const key = await keys.make(`收银 ${mark}`);
  const headers = { authorization: `Bearer ${key}` };

  const told = await fetch(`${baseURL}/api/v1/mini-programs`, { headers });
  const { items }: { items: { id: string; name: string; appId: string }[] } = await told.json();
  const appid = items.find(({ name }) => name.startsWith(SANDBOX))?.appId ?? '';

  const query = new URLSearchParams({ grant_type: 'client_credential', appid, secret: key });
  const token = await fetch(`${baseURL}/gateway/cgi-bin/token?${query}`);
  const { access_token }: { access_token: string } = await token.json();
  const made = await fetch(`${baseURL}/gateway/wxa/getwxacodeunlimit?access_token=${access_token}`, {
    method: 'POST',
    body: JSON.stringify({ scene: mark }),
  });
  expect(made.headers.get('content-type')).toBe('image/jpeg');
  expect((await made.arrayBuffer()).byteLength).toBeGreaterThan(1_000);

  const list = await fetch(`${baseURL}/api/v1/codes?q=${mark}`, { headers });
  expect(await list.json()).toMatchObject({ items: [{ id: made.headers.get('x-suncode-id'), scene: mark }] });

  // JSON goes compressed, a picture as it is, and a file arrives in the parts of a form.
  const codings = await Promise.all(
    ['/openapi.json', `/codes/${made.headers.get('x-suncode-id')}/picture`].map(async (path) => {
      const answer = await fetch(`${baseURL}/api/v1${path}`, { headers });
      await answer.arrayBuffer();
      return [answer.status, answer.headers.get('content-encoding')];
    }),
  );
  expect(codings).toEqual([
    [200, 'gzip'],
    [200, null],
  ]);
  const form = new FormData();
  form.set('miniProgramId', items.find(({ appId }) => appId === appid)?.id ?? '');
  form.set('file', new File([`门店编号,桌号\n${mark},1\n${mark},2\n`], `桌码 ${mark}.csv`));
  const planned = await fetch(`${baseURL}/api/v1/batches/file`, { method: 'POST', headers, body: form });
  expect(await planned.json()).toMatchObject({
    batch: { name: `桌码 ${mark}`, state: 'DRAFT' },
    check: { counts: { new: 2 } },
  });

  const client = new Client({ name: 'journey', version: '1' });
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${baseURL}/mcp`), { requestInit: { headers } }),
  );
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toContain('make_code');
  await client.close();

  await visit(page, `/settings/audit?q=${mark}`);
  const table = page.getByRole('table', { name: t('audit.list.label') });
  const row = table.getByRole('row').filter({ hasText: t('audit.actions.code.create') });
  await expect(row).toContainText(`收银 ${mark}`);
});
