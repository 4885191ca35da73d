import type { ServerResponse } from 'node:http';
import { AppError } from '@/lib/errors';
import { actionCalls, type ActionCall } from './entered';
import { isActionCall, refuse, type Exchange } from './refusal';

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

/** Drops what Next has put into the head, and all that it still writes. */
function silence(response: ServerResponse): void {
  for (const name of response.getHeaderNames()) if (name !== NOT_FOUND_HEADER) response.removeHeader(name);
}

/** Looks at an answer as its head is written, and puts a refusal in its place where it is due. */
function watchAnswer(exchange: Exchange, call: ActionCall): void {
  const { response } = exchange;
  const { writeHead, write, end } = response;
  let isReplaced = false;
  const define = (own: Partial<Record<'writeHead' | 'write' | 'end', (...args: unknown[]) => unknown>>) =>
    Object.assign(response, own);
  // From the start: Next's compression keeps those that it finds, and writes by them.
  const onward = {
    write: (...args: unknown[]) => isReplaced || Reflect.apply(write, response, args),
    end: (...args: unknown[]) => (isReplaced ? response : Reflect.apply(end, response, args)),
  };
  const watched = (...args: unknown[]) => {
    const error = call.entered || isReplaced ? null : refusalOf(Number(args[0]), response);
    if (!error) return Reflect.apply(writeHead, response, args);
    silence(response);
    Object.assign(response, { writeHead, write, end });
    refuse(exchange, error);
    isReplaced = true;
    return define(onward);
  };
  define({ ...onward, writeHead: watched });
}

/**
 * Calls of server actions on their way to Next. What cannot be read as a call of an action is answered as a refusal, in
 * the shape of all others; what fails inside an action stays a fault.
 */
export async function passAction(exchange: Exchange, handle: Handler): Promise<void> {
  const { request, response } = exchange;
  if (!isActionCall(request)) return handle(request, response);
  const call = { entered: false };
  watchAnswer(exchange, call);
  await actionCalls().run(call, () => handle(request, response));
}
