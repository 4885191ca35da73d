import 'server-only';
import { createHash } from 'node:crypto';
import { AppError } from '@/lib/errors';

export type Sent = {
  /** Tells it from what another request under the same Idempotency-Key sends. */
  mark: string;
  /** @throws AppError UNREADABLE */
  read: () => unknown;
};

function unreadable(): never {
  throw new AppError('UNREADABLE');
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return unreadable();
  }
}

export async function readJson(request: Request): Promise<Sent> {
  const text = await request.text();
  return { mark: text, read: () => parse(text) };
}

async function markOf([name, value]: [string, FormDataEntryValue]) {
  if (typeof value === 'string') return [name, value];
  const sha256 = createHash('sha256').update(Buffer.from(await value.arrayBuffer()));
  return [name, value.name, sha256.digest('hex')];
}

/** Who repeats a form writes another boundary between its parts: what they hold is what counts. */
export async function readForm(request: Request): Promise<Sent> {
  const form = await request.formData().catch(() => null);
  if (form === null) return { mark: '', read: unreadable };
  const parts = [...form];
  return {
    mark: JSON.stringify(await Promise.all(parts.map(markOf))),
    read: () => Object.fromEntries(parts),
  };
}
