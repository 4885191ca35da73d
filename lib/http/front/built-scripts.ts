import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';

const PREFIX = '/_next/static/chunks/';
const TYPES: Record<string, string> = {
  js: 'application/javascript; charset=UTF-8',
  css: 'text/css; charset=UTF-8',
};
/** The better one first: the ending of the file, and what it is called in headers. */
const ENCODINGS = [
  ['br', 'br'],
  ['gz', 'gzip'],
] as const;

/** Null for who weighs one encoding against another, which no browser does. */
const encodingOf = (accepted = '') =>
  accepted.includes(';') ? null : ENCODINGS.find(([, name]) => accepted.split(/, */).includes(name));

/**
 * Answers for the scripts and style sheets of the build, from memory and compressed as `scripts/build/compress-scripts.ts` left them. Whatever
 * else is asked, or asked otherwise, is left to Next.
 * @param folder `.next/static/chunks`, of a build that does not change any more
 */
export function builtScripts(
  folder: string,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const bodies = new Map(
    readdirSync(folder)
      .filter((file) => /\.(?:br|gz)$/.test(file))
      .map((file) => [file, readFileSync(`${folder}/${file}`)]),
  );
  return (request, response) => {
    const { method, url = '', headers } = request;
    if (!url.startsWith(PREFIX) || !(method === 'GET' || method === 'HEAD') || headers.range) return false;
    const name = url.slice(PREFIX.length).replace(/\?.*/, '');
    const encoding = encodingOf(headers['accept-encoding']);
    const body = encoding && bodies.get(`${name}.${encoding[0]}`);
    if (!body) return false;
    response.writeHead(200, {
      'content-type': TYPES[name.slice(name.lastIndexOf('.') + 1)],
      'content-encoding': encoding[1],
      'content-length': body.byteLength,
      vary: 'accept-encoding',
      // The name has the hash of what is in it.
      'cache-control': 'public, max-age=31536000, immutable',
    });
    response.end(method === 'GET' ? body : undefined);
    return true;
  };
}
