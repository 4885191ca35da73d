import type { ServerResponse } from 'node:http';
import { env } from '@/lib/env';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Nothing of a page asks for these, and nothing that gets into one shall. */
const UNUSED = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'serial', 'usb'];

const HEADERS = {
  'x-content-type-options': 'nosniff',
  // Links of ours carry ids and filters, which are nobody else's business.
  'referrer-policy': 'same-origin',
  'permissions-policy': UNUSED.map((feature) => `${feature}=()`).join(', '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * What every answer carries, of whatever kind; pages add their Content-Security-Policy (proxy.ts). Browsers are told to use
 * https alone only where APP_URL says that people do: over plain http the header means nothing.
 */
export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  if (env().APP_URL?.startsWith('https://'))
    response.setHeader('strict-transport-security', `max-age=${YEAR_SECONDS}`);
}
