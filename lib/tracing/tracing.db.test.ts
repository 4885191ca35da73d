import { once } from 'node:events';
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { trace } from '@opentelemetry/api';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { createFrontDoor } from '@/lib/http/front/front-door';
import { recordWeChatCall } from '@/lib/metrics/record';
import { useDatabase } from '@/lib/testing/database';
import { endTracing, startTracing } from './start';

useDatabase();

type Told = {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[];
};
type Batch = { resourceSpans: { resource: unknown; scopeSpans: { spans: Told[] }[] }[] };

/** What a collector was sent. */
const sent: Batch[] = [];
const collector = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (part: string) => (body += part));
  request.on('end', () => {
    sent.push(JSON.parse(body));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
});

async function listening(server: typeof collector): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Stands for Next: it asks the database, and then WeChat. */
async function handle(_request: IncomingMessage, response: ServerResponse): Promise<void> {
  await db().code.count();
  const outcome = { kind: 'refused', errcode: 45009 } as const;
  recordWeChatCall({ endpoint: 'getwxacodeunlimit', isLive: true, outcome, seconds: 0.2 });
  const next = trace.getTracer('next.js').startSpan('GET /codes?token=geheim');
  next.setAttribute('http.target', '/codes?token=geheim').end();
  response.end('page');
}

const server = createFrontDoor(handle, async () => true);
let spans: Told[] = [];

beforeAll(async () => {
  const OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${await listening(collector)}`;
  Object.assign(env(), { OTEL_EXPORTER_OTLP_ENDPOINT });
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', OTEL_EXPORTER_OTLP_ENDPOINT);
  vi.stubEnv('OTEL_RESOURCE_ATTRIBUTES', 'deployment.environment.name=shop');
  await startTracing();
  const port = await listening(server);
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const asked = send({ port, path: '/codes?token=geheim', agent: false, headers: { traceparent } });
  const [response] = await once(asked.end(), 'response');
  await once(response.resume(), 'close');
  await endTracing();
  spans = sent.flatMap(({ resourceSpans }) =>
    resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
  );
});

afterAll(() => {
  server.close();
  collector.close();
});

const named = (name: string) => spans.find((span) => span.name === name);
const attribute = (name: string, key: string) =>
  named(name)?.attributes.find((one) => one.key === key)?.value;

test('a request is a span of the proxy’s trace, with what it led to below it', () => {
  const page = named('GET page');
  expect(page).toMatchObject({
    ...{ traceId: '0af7651916cd43dd8448eb211c80319c', parentSpanId: 'b7ad6b7169203331' },
  });
  expect(attribute('GET page', 'http.response.status_code')).toEqual({ intValue: 200 });
  expect(attribute('GET page', 'suncode.request_id')).toEqual({ stringValue: expect.any(String) });
  for (const name of ['wechat getwxacodeunlimit', 'prisma:client:operation', 'GET /codes'])
    expect(named(name), name).toMatchObject({ traceId: page?.traceId, parentSpanId: page?.spanId });
  expect(attribute('wechat getwxacodeunlimit', 'errcode')).toEqual({ stringValue: '45009' });
});

test('no trace says what stands in a query', () => {
  expect(named('GET /codes')).toBeDefined();
  expect(JSON.stringify(sent)).not.toContain('geheim');
});

test('traces are of the service that their environment names', () => {
  const said = JSON.stringify(sent[0]?.resourceSpans[0]?.resource);
  expect(said).toContain('"suncode"');
  expect(said).toContain('"shop"');
});
