import 'server-only';
import { cache } from 'react';
import type { Actor } from '@/lib/auth/actor';
import { getCode, getPicture } from '@/lib/codes/find/queries';
import { isAppError } from '@/lib/errors';
import { idOrNotFound, orNotFound } from '@/lib/http/page';

/** Once per request: the title and the page ask for the same code. */
export const loadCode = cache((actor: Actor, codeId: string) =>
  orNotFound(getCode(actor, idOrNotFound(codeId))),
);

/** Looks at the stored bytes, so that a damaged picture is offered anew instead of shown as a broken one. */
export async function hasIntactPicture(actor: Actor, codeId: string): Promise<boolean> {
  try {
    await getPicture(actor, codeId);
    return true;
  } catch (error) {
    if (isAppError(error) && error.code === 'NO_PICTURE') return false;
    throw error;
  }
}
