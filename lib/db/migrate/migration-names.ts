import 'server-only';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Those that this version knows, in their order. */
export function migrationNames(): string[] {
  return readdirSync(join(/* turbopackIgnore: true */ process.cwd(), 'prisma/migrations'), {
    withFileTypes: true,
  })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
