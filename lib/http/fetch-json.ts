import type { PublicError } from '@/lib/i18n/translate-error';

/** What a route of ours refused, in the reader's language. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  constructor(
    readonly status: number,
    readonly detail: PublicError | null,
  ) {
    super(detail?.message ?? `HTTP ${status}`);
  }
}

type ErrorBody = { error?: PublicError };

/** GETs JSON from a route of ours. @throws RequestError */
export async function fetchJson<T>(url: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal, headers: { accept: 'application/json' } });
  if (response.ok) return response.json();
  const body: ErrorBody = await response.json().catch(() => ({}));
  throw new RequestError(response.status, body.error ?? null);
}
