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

/** What is read by scripts, shown as a picture or kept as a file is no page, whatever stands in it, and stands in no other. */
const NO_PAGE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

/**
 * What every answer carries, of whatever kind; pages have a Content-Security-Policy of their own (proxy.ts). Browsers are told to use
 * https alone only where APP_URL says that people do: over plain http the header means nothing.
 */
export function setSecurityHeaders(response: ServerResponse, isPage: boolean): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  if (!isPage) response.setHeader('content-security-policy', NO_PAGE);
  const { APP_URL, HSTS_SUBDOMAINS } = env();
  if (!APP_URL?.startsWith('https://')) return;
  // Hosts below ours may speak http alone, which only who runs them knows.
  const below = HSTS_SUBDOMAINS === 'on' ? '; includeSubDomains' : '';
  response.setHeader('strict-transport-security', `max-age=${YEAR_SECONDS}${below}`);
}
