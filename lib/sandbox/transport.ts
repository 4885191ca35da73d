import type { Sandbox } from './create-sandbox';

/** The shape of lib/wechat's transport, written out: the sandbox does not lean on the client it is there to test. */
type InProcessInit = {
  method: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  signal?: AbortSignal;
};

/** A transport that hands requests to a sandbox in this process, with the headers that a socket would have added. */
export function inProcessTransport(
  sandbox: Pick<Sandbox, 'handle'>,
): (url: string, init: InProcessInit) => Promise<Response> {
  return async (url, { method, headers, body, signal }) => {
    const all = new Headers(headers);
    if (body !== undefined) all.set('content-length', String(Buffer.byteLength(body, 'utf8')));
    const request = new Request(url, {
      method,
      headers: all,
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    });
    signal?.throwIfAborted();
    return sandbox.handle(request);
  };
}
