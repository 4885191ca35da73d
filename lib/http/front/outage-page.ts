import { PASSING_SECONDS } from '@/lib/db/passing';
import type { Caller } from '@/lib/http/caller';
import { localeOf, type Exchange } from '@/lib/http/refusal';
import { textsOf } from '@/lib/i18n/texts';
import { replaceAnswer } from './replaced-answer';
import { setSecurityHeaders } from './security-headers';

/** It has a style and a link. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

const STYLE = `
  :root { color-scheme: light dark }
  body { display: flex; min-height: 100dvh; margin: 0; align-items: center; justify-content: center; font: 16px/1.7 system-ui, sans-serif }
  main { max-width: 34rem; padding: 1.5rem; text-align: center }
  h1 { font-size: 1.25rem; line-height: 2rem }
  a { display: inline-block; min-width: 6rem; padding: 0.6rem 1.25rem; border: 1px solid; border-radius: 0.5rem; color: inherit; text-decoration: none }
  small { display: block; margin-top: 1.5rem; overflow-wrap: anywhere }`;

function pageOf({ request }: Exchange, requestId: string): string {
  const locale = localeOf(request);
  const t = textsOf(locale);
  // An empty address is that of the page itself.
  return `<!DOCTYPE html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${t('layout.outage.title')} · Suncode</title><style>${STYLE}</style></head>
<body><main>
<h1>${t('layout.outage.title')}</h1>
<p>${t('layout.outage.text')}</p>
<p><a href="">${t('layout.outage.again')}</a></p>
<small>${t('layout.outage.ask', { requestId })}</small>
</main></body>
</html>
`;
}

/**
 * A page that failed because the database is out of order says so by itself: what Next sends then is empty until its scripts
 * have come, and speaks of a mistake.
 */
export function answerOutages(exchange: Exchange, caller: Caller): void {
  const { response } = exchange;
  replaceAnswer(response, (status) => {
    if (status < 500 || !caller.isOutage) return null;
    const text = pageOf(exchange, caller.requestId);
    return () => {
      setSecurityHeaders(response, true);
      response.writeHead(503, {
        ...{ 'content-type': 'text/html; charset=utf-8', 'content-length': Buffer.byteLength(text) },
        ...{
          'cache-control': 'no-store',
          'retry-after': String(PASSING_SECONDS),
          'x-request-id': caller.requestId,
        },
        'content-security-policy': POLICY,
      });
      response.end(text);
    };
  });
}
