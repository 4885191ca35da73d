import { z } from 'zod';

// What stands in a backup beside rows and pictures. A tar of these members, in this order:
//   suncode.json                     what it is, so that it can be refused before anything is written
//   secrets.json                     sealed by the passphrase; missing when there was none
//   tables/<name>/<number>.ndjson.gz rows as lines of JSON
//   storage/<key>                    pictures, tables of batches, what exports are made of: byte for byte
//   end.json                         counts and digests; a backup without it was cut off
// Each member has its SHA-256 as the comment of its header.

export const FORMAT = 1;
export const HEAD = 'suncode.json';
export const SECRETS = 'secrets.json';
export const END = 'end.json';
export const TABLES = 'tables/';
export const STORAGE = 'storage/';

export const headSchema = z.object({
  format: z.number(),
  /** Of package.json. */
  version: z.string(),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
export type Head = z.output<typeof headSchema>;

export const endSchema = z.object({
  /** By table. */
  rows: z.record(z.string(), z.object({ count: z.number(), digest: z.string() })),
  objects: z.number(),
  objectBytes: z.number(),
  /** Keys that a row names and the storage did not have. */
  missing: z.array(z.string()),
});
export type End = z.output<typeof endSchema>;
