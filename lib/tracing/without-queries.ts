import type { Context } from '@opentelemetry/api';
import type { ReadableSpan, Span, SpanProcessor } from '@opentelemetry/sdk-trace-node';

/** What somebody searched for, a one-time link, an access token. */
const QUERY = /\?\S*/g;

const withoutQuery = (text: string) => text.replace(QUERY, '');

/** Takes the queries out of whatever spans say, those of Next too: a trace goes to another system, and stays there. */
export class WithoutQueries implements SpanProcessor {
  constructor(private readonly next: SpanProcessor) {}

  onStart(span: Span, parent: Context): void {
    this.next.onStart(span, parent);
  }

  onEnd(span: ReadableSpan): void {
    const { attributes } = span;
    for (const [key, value] of Object.entries(attributes))
      // SQL has question marks of its own, and no values.
      if (typeof value === 'string' && !key.startsWith('db.')) attributes[key] = withoutQuery(value);
    Object.assign(span, { name: withoutQuery(span.name) });
    this.next.onEnd(span);
  }

  forceFlush(): Promise<void> {
    return this.next.forceFlush();
  }

  shutdown(): Promise<void> {
    return this.next.shutdown();
  }
}
