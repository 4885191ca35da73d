import {
  context,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
} from '@opentelemetry/api';

// All of this does nothing while nobody collects traces (start.ts).
const tracer = () => trace.getTracer('suncode');

export type RequestSpan = { span: Span; within: Context };

/** Begins the span of a request, under that of the proxy where its headers name one. */
export function beginRequest(name: string, headers: object, attributes: Attributes): RequestSpan {
  const outer = propagation.extract(context.active(), headers);
  const span = tracer().startSpan(name, { kind: SpanKind.SERVER, attributes }, outer);
  return { span, within: trace.setSpan(outer, span) };
}

/** Ends it with what became of it. */
export function endRequest({ span }: RequestSpan, status: number, attributes: Attributes): void {
  span.setAttributes({ 'http.response.status_code': status, ...attributes });
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** What `work` does belongs to the request. */
export function inRequest<T>({ within }: RequestSpan, work: () => T): T {
  return context.with(within, work);
}

/** A call of somebody else that has just ended, under whatever is going on. */
export function recordCall(
  name: string,
  seconds: number,
  attributes: Attributes & { outcome: string },
): void {
  const endedAt = Date.now();
  const startTime = endedAt - seconds * 1000;
  const span = tracer().startSpan(name, { kind: SpanKind.CLIENT, startTime, attributes });
  if (attributes.outcome !== 'ok') span.setStatus({ code: SpanStatusCode.ERROR });
  span.end(endedAt);
}

/** A piece of background work, with all that it leads to. */
export function inSpan<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  return tracer().startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
