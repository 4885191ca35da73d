export const ADMIN = { email: 'bench@suncode.test', password: 'tangerine piano 77' };
const START_DEADLINE_MS = 60_000;

/** Waits until a server that was just started answers. */
export async function untilHealthy(base: string): Promise<void> {
  const endsAt = performance.now() + START_DEADLINE_MS;
  while (performance.now() < endsAt) {
    const response = await fetch(`${base}/api/health`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('The server did not start.');
}

/** A browser without a window: it keeps its cookies. */
export class Visitor {
  readonly #cookies = new Map<string, string>();
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  async fetch(
    path: string,
    init: RequestInit & { headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, cookie };
    const response = await fetch(`${this.#base}${path}`, { redirect: 'manual', ...init, headers });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.#cookies.set(name, value);
    }
    return response;
  }

  /** What a form of next-auth sends beside its fields. */
  async csrfToken(): Promise<string> {
    const answer: { csrfToken: string } = await (await this.fetch('/api/auth/csrf')).json();
    return answer.csrfToken;
  }

  async signIn(): Promise<void> {
    const body = new URLSearchParams({ csrfToken: await this.csrfToken(), ...ADMIN, json: 'true' });
    const response = await this.fetch('/api/auth/callback/credentials', { method: 'POST', body });
    if (!response.ok) throw new Error(`The administrator could not sign in: ${response.status}.`);
  }
}
