import 'server-only';
import { createSafeActionClient } from 'next-safe-action';
import type { z } from 'zod';
import { recordRefusal } from '@/lib/audit/refusals';
import { requireActor, requireSignedIn } from '@/lib/auth/session';
import { isPassing } from '@/lib/db/passing';
import { isAppError } from '@/lib/errors';
import { currentRequestId, noteOutcome } from '@/lib/http/caller';
import { enterAction } from '@/lib/http/entered';
import { translateError, translateFault, type PublicError } from '@/lib/i18n/translate-error';
import { requireStorable } from '@/lib/input/require-storable';
import { log } from '@/lib/log';
import { parseInput } from '@/lib/validation';

/**
 * The frame of every server action. Only `AppError`s reach the browser, in the reader's language; anything else is
 * logged under a request id and shown as that id. What no use case could take is refused here; the rest of the input is
 * checked by the use case, which throws INVALID_INPUT, so that every door refuses alike.
 */
const framed = createSafeActionClient({
  handleServerError: async (error): Promise<PublicError> => {
    await recordRefusal(error);
    noteOutcome({ outcome: isAppError(error) ? 'refused' : 'failed' });
    if (isAppError(error)) return translateError(error);
    const requestId = currentRequestId();
    log().error({ err: error, requestId }, 'a server action failed');
    return translateFault(requestId, isPassing(error));
  },
});

export const publicAction = framed.use(async ({ next, clientInput }) => {
  enterAction();
  requireStorable(clientInput);
  return next();
});

/**
 * What an action takes, for `inputSchema`. Refusals leave by the same way as those of the use case: a form reads no other.
 * @throws AppError INVALID_INPUT, NOT_FOUND for what cannot be an id
 */
export function input<T extends z.ZodType>(schema: T) {
  const validate = (value: unknown) => ({ value: parseInput(schema, value) });
  return { '~standard': { ...schema['~standard'], validate } };
}

/** For signed-in people: `ctx.actor` is who asks. What they may do is the use case's question. */
export const action = publicAction.use(async ({ next }) => next({ ctx: { actor: await requireActor() } }));

/** For the set-up of the second step alone, which is open to those who may do nothing else. */
export const secondStepAction = publicAction.use(async ({ next }) =>
  next({ ctx: { actor: await requireSignedIn() } }),
);
