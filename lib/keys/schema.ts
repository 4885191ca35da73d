import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { idSchema, lineSchema } from '@/lib/input/schemas';
import { SEEN_APPS_MAX } from '@/lib/users/limits';
import {
  KEY_ADDRESSES_MAX,
  KEY_DAYS_MAX,
  KEY_NAME_MAX_CHARS,
  KEY_PERMISSIONS,
  OVERLAP_HOURS,
  withImplied,
} from './limits';

const ADDRESS_MAX_CHARS = 64;

/** `192.0.2.7`, `192.0.2.0/24`, `2001:db8::/32`; short spellings like `10.1` mean something else to each program. */
function isAddressRange(text: string): boolean {
  const [address = '', bits] = text.split('/');
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && ipaddr.isValidCIDR(text));
}

const unique = <T>(items: T[]) => [...new Set(items)];

const addressSchema = z
  .string()
  .trim()
  .max(ADDRESS_MAX_CHARS)
  .refine(isAddressRange, { params: { key: 'address' } });

const fields = {
  name: lineSchema(KEY_NAME_MAX_CHARS).min(1),
  permissions: z.array(z.enum(KEY_PERMISSIONS)).min(1).transform(withImplied),
  /** Null for every Mini Program. */
  appIds: z.array(idSchema).min(1).max(SEEN_APPS_MAX).transform(unique).nullable(),
  addresses: z.array(addressSchema).max(KEY_ADDRESSES_MAX).transform(unique),
  /** Counted from now on; null for no end. */
  days: z.number().int().min(1).max(KEY_DAYS_MAX).nullable(),
};

export const newKeySchema = z.object(fields);
export type NewKeyInput = z.input<typeof newKeySchema>;

/** `days` left out: it ends when it would have. */
export const changedKeySchema = z.object({ ...fields, days: fields.days.optional() });
export type ChangedKeyInput = z.input<typeof changedKeySchema>;

export const overlapSchema = z.literal([...OVERLAP_HOURS]);
