import 'server-only';
import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import ipaddr from 'ipaddr.js';
import { Reader } from 'mmdb-lib';
import { z } from 'zod';
import type { Locale } from '@/lib/i18n/locale';

/** Which country holds an address, by what the five registries publish; whole, so that nobody is asked about anybody. */
const FILE = join(
  // Data and no code: the bundler, which would take it for a module, leaves it where npm puts it.
  /* turbopackIgnore: true */ process.cwd(),
  'node_modules/@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb',
);

const foundSchema = z.object({ country_code: z.string() }).transform(({ country_code }) => country_code);

/** Eight megabytes, read when the first person looks at where they are signed in. */
let reader: Promise<Reader<never>> | undefined;

async function countryOf(address: string): Promise<string | null> {
  reader ??= readFile(FILE).then((bytes) => new Reader<never>(bytes));
  const found: unknown = (await reader).get(address);
  return foundSchema.safeParse(found).data ?? null;
}

/** What ICU leaves out, as it is written in China. */
const CHINESE_NAMES: Record<string, string> = { HK: '中国香港', MO: '中国澳门', TW: '中国台湾' };

function nameOf(country: string, locale: Locale): string | null {
  if (locale === 'zh-CN' && CHINESE_NAMES[country]) return CHINESE_NAMES[country];
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }).of(country) ?? null;
}

/** `local`: this machine, or a network that is nobody's on the internet. */
export type Place = { kind: 'local' } | { kind: 'country'; name: string };

/** Where an address is, as far as it tells: the country; null when it is no address, or nobody's. */
export async function placeOf(address: string, locale: Locale): Promise<Place | null> {
  if (isIP(address) === 0) return null;
  const ip = ipaddr.process(address);
  if (ip.range() !== 'unicast') return { kind: 'local' };
  const country = await countryOf(ip.toString());
  const name = country && nameOf(country, locale);
  return name ? { kind: 'country', name } : null;
}
