import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@/scripts/free-port';

type Action = { exportedName: string; workers: Record<string, unknown> };

const MANIFEST: { node: Record<string, Action> } = JSON.parse(
  readFileSync('.next/server/server-reference-manifest.json', 'utf8'),
);

/** A server of its own for what the shared one is not set up for. `output` is all that it has printed. */
export class OwnServer {
  output = '';
  readonly #folder = mkdtempSync(join(tmpdir(), 'suncode-own-'));
  readonly #child;

  private constructor(
    readonly url: string,
    variables: Record<string, string>,
    script: readonly string[],
  ) {
    const { PATH, E2E_TEMPLATE = '' } = process.env;
    if (existsSync(E2E_TEMPLATE)) cpSync(E2E_TEMPLATE, join(this.#folder, 'db'), { recursive: true });
    const own = { DATA_DIR: this.#folder, TSX_TSCONFIG_PATH: 'scripts/tsconfig.json', E2E_TEMPLATE };
    this.#child = spawn(process.execPath, ['--import', 'tsx', ...script], {
      env: { PATH, NODE_ENV: 'production', ...own, ...variables },
      stdio: 'pipe',
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (this.output += text));
  }

  /** A `PORT` among the variables is one whose address has to be known before. */
  static async start(
    variables: Record<string, string>,
    script: readonly string[] = ['scripts/start.ts'],
  ): Promise<OwnServer> {
    const port = variables.PORT ?? (await freePort());
    const server = new OwnServer(`http://127.0.0.1:${port}`, { PORT: port, ...variables }, script);
    await server.printed(/Suncode is ready/);
    return server;
  }

  /** Waits for it. What follows a line comes in a moment of its own. @returns what the first group matched */
  async printed(pattern: RegExp): Promise<string> {
    const child = this.#child;
    for (;;) {
      const found = pattern.exec(this.output);
      if (found) return found[1] ?? '';
      const [reason] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
      if (child.exitCode !== null) throw new Error(`it ended with ${reason}: ${this.output}`);
    }
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null) {
      this.#child.kill('SIGTERM');
      await once(this.#child, 'close');
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** A browser without a page: it keeps cookies, `Secure` ones over plain http too, as a proxy with TLS would let it. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  /** What the server has set, with attributes. */
  readonly set: string[] = [];

  constructor(
    readonly url: string,
    readonly headers: Record<string, string> = {},
  ) {}

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, ...this.headers, ...Object.fromEntries(new Headers(init.headers)) };
    const response = await fetch(`${this.url}${path}`, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      this.set.push(line);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return response;
  }

  async signIn(email: string, password: string): Promise<Response> {
    const { csrfToken }: { csrfToken: string } = await (await this.fetch('/api/auth/csrf')).json();
    const body = new URLSearchParams({ csrfToken, email, password, json: 'true' });
    return this.fetch('/api/auth/callback/credentials', { method: 'POST', body });
  }

  /** Calls a server action by its name, as the page does that has it. @returns the answer as it comes */
  async act(name: string, ...input: unknown[]): Promise<string> {
    const [id = '', action] =
      Object.entries(MANIFEST.node).find(([, one]) => one.exportedName === name) ?? [];
    const page = Object.keys(action?.workers ?? {})[0] ?? '';
    const path = `/${page.replaceAll(/^app\/|\/page$|\([^)]+\)\/?/g, '').replaceAll(/\[[^\]]+\]/g, '0')}`;
    const headers = { 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' };
    return (await this.fetch(path, { method: 'POST', headers, body: JSON.stringify(input) })).text();
  }
}
