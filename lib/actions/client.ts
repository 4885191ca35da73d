import 'server-only';
import { randomUUID } from 'node:crypto';
import { createSafeActionClient } from 'next-safe-action';
import { isAppError } from '@/lib/errors';
import { translateError, translateFault, type PublicError } from '@/lib/i18n/translate-error';
import { log } from '@/lib/log';
import { requireActor } from '@/lib/auth/session';

/**
 * The frame of every server action. Only `AppError`s reach the browser, in the reader's language; anything else is
 * logged under a request id and shown as that id. Input is checked by the use case, which throws INVALID_INPUT, so that
 * every door refuses alike.
 */
export const publicAction = createSafeActionClient({
  handleServerError: async (error): Promise<PublicError> => {
    if (isAppError(error)) return translateError(error);
    const requestId = randomUUID();
    log().error({ err: error, requestId }, 'a server action failed');
    return translateFault(requestId);
  },
});

/** For signed-in people: `ctx.actor` is who asks. What they may do is the use case's question. */
export const action = publicAction.use(async ({ next }) => next({ ctx: { actor: await requireActor() } }));
