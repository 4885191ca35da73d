import 'server-only';
import { notFound } from 'next/navigation';
import { isAppError } from '@/lib/errors';
import { isId } from '@/lib/input/text';

/** Awaits what a page shows; what cannot be found becomes the 404 page. */
export async function orNotFound<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    if (isAppError(error) && error.code === 'NOT_FOUND') notFound();
    throw error;
  }
}

/** The id that an address names. What cannot be one is the 404 page, like the id of something that is gone. */
export function idOrNotFound(text: string): string {
  return isId(text) ? text : notFound();
}
