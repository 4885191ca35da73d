import type { ServerResponse } from 'node:http';

/** What stands in the place of an answer: it writes the whole of it. */
type Answer = () => void;

/**
 * Looks at an answer of Next as its head is written, and puts another one in its place where that is due. What Next has put into
 * the head is dropped, but for one header, as is all that it still writes.
 * @param decide with the status of the answer
 */
export function replaceAnswer(
  response: ServerResponse,
  decide: (status: number) => Answer | null,
  keptHeader?: string,
): void {
  const { writeHead, write, end } = response;
  let isReplaced = false;
  const define = (own: Partial<Record<'writeHead' | 'write' | 'end', (...args: unknown[]) => unknown>>) =>
    Object.assign(response, own);
  const replace = (status: number) => {
    const answer = isReplaced || response.headersSent ? null : decide(status);
    if (!answer) return;
    for (const name of response.getHeaderNames()) if (name !== keptHeader) response.removeHeader(name);
    Object.assign(response, { writeHead, write, end });
    answer();
    isReplaced = true;
    define(onward);
  };
  // Before a body whose head nobody has written: in the middle of Node's own writing it would be too late.
  const passes = () => {
    replace(response.statusCode);
    return !isReplaced;
  };
  // From the start: Next's compression keeps those that it finds, and writes by them.
  const onward = {
    write: (...args: unknown[]) => (passes() ? Reflect.apply(write, response, args) : true),
    end: (...args: unknown[]) => (passes() ? Reflect.apply(end, response, args) : response),
    writeHead: (...args: unknown[]) => {
      replace(Number(args[0]));
      return isReplaced ? response : Reflect.apply(writeHead, response, args);
    },
  };
  define(onward);
}
