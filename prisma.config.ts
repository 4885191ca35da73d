import { defineConfig } from 'prisma/config';

// `prisma generate` and `validate` run on bundled WASM, but the CLI first looks for its native engine and would
// download it. Any executable at this path stops that; see DECISIONS.md, "Prisma without native engines".
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma' });
