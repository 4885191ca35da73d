import 'server-only';
import { diag, DiagLogLevel, type DiagLogFunction } from '@opentelemetry/api';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

const isWanted = ({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT } = env()) =>
  Boolean(OTEL_EXPORTER_OTLP_ENDPOINT ?? OTEL_EXPORTER_OTLP_TRACES_ENDPOINT);

const warn: DiagLogFunction = (message) => log().warn({ about: message }, 'traces could not be sent');
const quiet: DiagLogFunction = () => undefined;

async function open(): Promise<() => Promise<void>> {
  diag.setLogger(
    { error: warn, warn, info: quiet, debug: quiet, verbose: quiet },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const { NodeTracerProvider, BatchSpanProcessor } = await import('@opentelemetry/sdk-trace-node');
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const { detectResources, envDetector, resourceFromAttributes } = await import('@opentelemetry/resources');
  const { PrismaInstrumentation } = await import('@prisma/instrumentation');
  const { WithoutQueries } = await import('./without-queries');
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'suncode' }).merge(
      detectResources({ detectors: [envDetector] }),
    ),
    spanProcessors: [new WithoutQueries(new BatchSpanProcessor(new OTLPTraceExporter()))],
  });
  provider.register();
  const statements = new PrismaInstrumentation();
  statements.setTracerProvider(provider);
  return async () => {
    statements.disable();
    await provider.shutdown().catch((error: unknown) => warn(String(error)));
  };
}

let end: (() => Promise<void>) | undefined;

/** Sends traces by OpenTelemetry where its environment says to where. The exporter and the sampler read the other variables of the standard. */
export async function startTracing(): Promise<void> {
  if (isWanted()) end = await open();
}

/** Sends the last of them. */
export async function endTracing(): Promise<void> {
  await end?.();
  end = undefined;
}
