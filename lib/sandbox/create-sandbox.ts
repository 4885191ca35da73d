import { setTimeout as pause } from 'node:timers/promises';

import type { SandboxState } from './app';
import { SandboxApp } from './app';
import { handleCode } from './code-endpoints';
import type { SandboxContext, SandboxTools } from './context';
import { refuse } from './replies';
import type { SandboxChanges } from './settings';
import { handleStableToken, handleToken } from './token-endpoints';

export type { SandboxState } from './app';
export type { SandboxChanges, SandboxSettings } from './settings';

const APP_ID_PATTERN = /^wx[0-9a-f]{16}$/;

/** How many unannounced Mini Programs `acceptAnyApp` keeps; a stranger must not fill the memory with AppIDs. */
const GUESTS_MAX = 1000;

export type SandboxOptions = Partial<SandboxTools> & {
  apps?: readonly ({ appId: string } & SandboxChanges)[];
  /** Takes every well-formed AppID with any secret that is not empty. */
  acceptAnyApp?: boolean;
};

export type Sandbox = {
  /** Answers like api.weixin.qq.com. `prefix` is cut from the request's path first. */
  handle(request: Request, options?: { prefix?: string }): Promise<Response>;
  /**
   * Changes a Mini Program's settings, and makes it known when it was not.
   *
   * @throws RangeError when the AppID is not well-formed
   */
  configure(appId: string, changes: SandboxChanges): void;
  state(appId: string): SandboxState | null;
  /** Makes a token known that a sandbox of another process, or of an earlier one, gave out. `validUntil` in ms since 1970. */
  recallToken(appId: string, token: string, validUntil: number): void;
  /** Ends every token of a Mini Program at once: `expire` as if time had run out, `replace` as if somebody had fetched a newer one. */
  endTokens(appId: string, how: 'expire' | 'replace'): void;
  /** Forgets what a Mini Program made and called; its settings and tokens stay. */
  forget(appId: string): void;
};

/** A copy of WeChat's code and token endpoints that lives in memory and draws pictures of its own. */
export function createSandbox({ apps = [], acceptAnyApp = false, ...tools }: SandboxOptions = {}): Sandbox {
  const known = new Map<string, SandboxApp>();
  const context: SandboxContext = {
    clock: Date.now,
    random: Math.random,
    delay: async (durationMs) => (durationMs > 0 ? pause(durationMs) : undefined),
    ...tools,
    findApp: (appId) => known.get(appId) ?? (acceptAnyApp ? addGuest(known, appId) : undefined),
    allApps: () => known.values(),
  };
  function configure(appId: string, changes: SandboxChanges): void {
    if (!APP_ID_PATTERN.test(appId)) throw new RangeError('an AppID is wx and 16 hexadecimal digits');
    const app = known.get(appId);
    if (app) app.configure(changes);
    else known.set(appId, new SandboxApp(appId, changes));
  }
  for (const { appId, ...changes } of apps) configure(appId, changes);
  return {
    handle: (request, { prefix = '' } = {}) => route(request, prefix, context),
    configure,
    state: (appId) => known.get(appId)?.state() ?? null,
    recallToken: (appId, token, validUntil) => known.get(appId)?.tokens.recall(token, validUntil),
    endTokens: (appId, how) => known.get(appId)?.tokens.end(how, context.clock()),
    forget: (appId) => known.get(appId)?.forget(),
  };
}

function addGuest(known: Map<string, SandboxApp>, appId: string): SandboxApp | undefined {
  if (!APP_ID_PATTERN.test(appId) || known.size >= GUESTS_MAX) return undefined;
  const app = new SandboxApp(appId);
  known.set(appId, app);
  return app;
}

async function route(request: Request, prefix: string, context: SandboxContext): Promise<Response> {
  const { pathname } = new URL(request.url);
  const path = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : pathname;
  switch (path) {
    case '/cgi-bin/token':
      return handleToken(request, context);
    case '/cgi-bin/stable_token':
      return handleStableToken(request, context);
    case '/wxa/getwxacode':
      return handleCode('getwxacode', request, context);
    case '/wxa/getwxacodeunlimit':
      return handleCode('getwxacodeunlimit', request, context);
    case '/cgi-bin/wxaapp/createwxaqrcode':
      return handleCode('createwxaqrcode', request, context);
    default:
      return refuse(40066, context.clock());
  }
}
