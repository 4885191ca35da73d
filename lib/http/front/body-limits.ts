import { FILE_MAX_BYTES } from '@/lib/batches/limits';
import { PICTURE_MAX_MB } from '@/lib/print/pictures/limits';

const KB = 1024;
const MB = 1024 * KB;

type Limit = { path: RegExp; maxBytes: number; isOpen?: boolean };

// The first that fits counts. A server action is posted to the page that it is called from.
const LIMITS: readonly Limit[] = [
  // A password, a set-up form: open to everybody who can reach the server.
  { path: /^\/(?:api\/auth|sign-in|setup|join|reset|forgot)(?:\/|$)/, maxBytes: 16 * KB, isOpen: true },
  // What WeChat's endpoints take (lib/sandbox/body.ts); programs come here without a session.
  { path: /^\/sandbox\//, maxBytes: 64 * KB, isOpen: true },
  // A table as a file, with the fields beside it.
  { path: /^\/api\/v1\/batches\/file\/?$/, maxBytes: FILE_MAX_BYTES + 5 * MB, isOpen: true },
  // As many rows as a batch may have, with a name each.
  { path: /^\/(?:api\/v1\/batches\/?|mcp)$/, maxBytes: 8 * MB, isOpen: true },
  // Mini Programs ask here what a code leads to (lib/live/door.ts).
  { path: /^\/r(?:\/|$)/, maxBytes: 16 * KB, isOpen: true },
  // Programs bring a key, which is looked at before the body is read.
  { path: /^\/api\/v1\//, maxBytes: 1 * MB, isOpen: true },
  { path: /^\/gateway\//, maxBytes: 64 * KB, isOpen: true },
  // A table as a file, or pasted: with what surrounds it in a form.
  { path: /^\/batches\/new\/?$/, maxBytes: FILE_MAX_BYTES + 5 * MB },
  // A picture for a design.
  { path: /^\/print\/designs\/[^/]+\/?$/, maxBytes: PICTURE_MAX_MB * MB + 1 * MB },
];

/** A thousand ids, a batch's plan with the longest templates: all of them are smaller. */
const USUAL_MAX_BYTES = 512 * KB;

/** Of somebody who is not signed in nothing bigger is taken where people have to be. */
export const STRANGER_MAX_BYTES = 16 * KB;

/** How many bytes a body may have that is sent to a path, and whether strangers are among those whom it is for. */
export function bodyLimit(path: string): { maxBytes: number; isOpen: boolean } {
  const { maxBytes = USUAL_MAX_BYTES, isOpen = false } = LIMITS.find((limit) => limit.path.test(path)) ?? {};
  return { maxBytes, isOpen };
}

/** 16 KB, 25 MB */
export function sizeText(bytes: number): string {
  return bytes >= MB ? `${Math.floor(bytes / MB)} MB` : `${Math.floor(bytes / KB)} KB`;
}
