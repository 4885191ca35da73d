import { z } from 'zod';

const schema = z.object({ code: z.literal('TOO_MANY_ATTEMPTS'), values: z.object({ minutes: z.number() }) });

/** next-auth carries one string from the server to the form; ours is JSON (see lib/auth/options.ts). */
export function parseSignInError(error: string | null | undefined): z.output<typeof schema> | null {
  try {
    return schema.parse(JSON.parse(error ?? ''));
  } catch {
    return null;
  }
}
