import type { ServerResponse } from 'node:http';
import { AppError } from '@/lib/errors';
import { actionCalls } from '@/lib/http/entered';
import { isActionCall, refuse, type Exchange } from '@/lib/http/refusal';
import { replaceAnswer } from './replaced-answer';

/** Next's client takes an answer with this header for one of another build, whatever else is in it. */
const NOT_FOUND_HEADER = 'x-nextjs-action-not-found';

type Handler = (request: Exchange['request'], response: ServerResponse) => Promise<void>;

/**
 * What Next answers before one of our actions began is about what was sent: an id that this build does not have, or a
 * body that is no list of arguments, which it takes for a fault (500). One that it had passed on to another page, where
 * it was refused, it answers with `{}`.
 */
function refusalOf(status: number, response: ServerResponse): AppError | null {
  if (status === 409 && response.hasHeader(NOT_FOUND_HEADER)) return new AppError('PAGE_OUTDATED');
  const isPassedOn = String(response.getHeader('content-type')).startsWith('application/json');
  return status >= 400 || isPassedOn ? new AppError('UNREADABLE') : null;
}

/**
 * Calls of server actions on their way to Next. What cannot be read as a call of an action is answered as a refusal, in
 * the shape of all others; what fails inside an action stays a fault.
 */
export async function passAction(exchange: Exchange, handle: Handler): Promise<void> {
  const { request, response } = exchange;
  if (!isActionCall(request)) return handle(request, response);
  const call = { entered: false };
  const refusal = (status: number) => {
    const error = call.entered ? null : refusalOf(status, response);
    return error && (() => refuse(exchange, error));
  };
  replaceAnswer(response, refusal, NOT_FOUND_HEADER);
  await actionCalls().run(call, () => handle(request, response));
}
