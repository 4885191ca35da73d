import 'server-only';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { version } from '@/package.json';

/** From a cached list to a batch of a hundred thousand rows; one call of WeChat takes a tenth of a second to twelve. */
const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

// Labels are of short lists that this source knows, or Mini Programs, of which an administrator connects each by hand:
// never a path, a person or whatever else a request may make up.

function newMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  // Gauges under the names of counters, which promtool refuses; the same counts stand there by kind.
  for (const name of ['handles', 'requests', 'resources'])
    registry.removeSingleMetric(`nodejs_active_${name}_total`);
  const timed = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Histogram({ name, help, labelNames, buckets: SECONDS, registers });
  const counted = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name, help, labelNames, registers });
  new Gauge({ name: 'suncode_info', help: 'The version that runs', labelNames: ['version'], registers }).set(
    { version },
    1,
  );
  return {
    registry,
    requests: counted('suncode_http_requests_total', 'Requests that ended, by door and what became of them', [
      'door',
      'outcome',
    ]),
    requestSeconds: timed('suncode_http_request_duration_seconds', 'How long requests took', ['door']),
    wechatCalls: counted('suncode_wechat_calls_total', 'Calls of WeChat, by endpoint and answer', [
      ...(['endpoint', 'mode', 'outcome', 'errcode'] as const),
    ]),
    wechatSeconds: timed('suncode_wechat_call_duration_seconds', 'How long calls of WeChat took', [
      ...(['endpoint', 'mode'] as const),
    ]),
    tokenReplacements: counted(
      'suncode_token_replacements_total',
      'Access tokens that WeChat refused before their time: the trace of another system',
      ['kind'],
    ),
    storageCalls: counted('suncode_storage_operations_total', 'Reads and writes of the storage', [
      ...(['operation', 'outcome'] as const),
    ]),
    storageSeconds: timed('suncode_storage_operation_duration_seconds', 'How long they took', ['operation']),
  };
}

export type Metrics = ReturnType<typeof newMetrics>;

// On globalThis, since Next's bundles and the server in front of them are separate module instances of one process.
const holder: typeof globalThis & { suncodeMetrics?: Metrics } = globalThis;

export function metrics(): Metrics {
  return (holder.suncodeMetrics ??= newMetrics());
}
