import { randomBytes } from 'node:crypto';

/** For how long a superseded token still works. */
const GRACE_MS = 5 * 60_000;
/** `stable_token` hands out a new token when the old one has this much left. */
const ROTATION_MS = 5 * 60_000;
const FORCED_PER_DAY = 20;
const FORCED_APART_MS = 30_000;
const DAY_MS = 24 * 60 * 60_000;
/** Older tokens are remembered, to tell 42001 from 40001, but not all of them for ever. */
const REMEMBERED = 100;

export type Grant = { token: string; expiresInSeconds: number };
export type TokenState = 'valid' | 'superseded' | 'expired' | 'unknown';

type IssuedToken = { token: string; expiresAt: number; validUntil: number };

/** The tokens of one Mini Program: the realms of `token` and `stable_token` do not touch each other. */
export class TokenBook {
  private issued: IssuedToken[] = [];
  private plain: IssuedToken | undefined;
  private stable: IssuedToken | undefined;
  private forcedAt: number[] = [];

  /** `/cgi-bin/token`: always a new token; the one before works for five more minutes. */
  grantPlain(now: number, lifetimeMs: number): Grant {
    if (this.plain) supersede(this.plain, now + GRACE_MS);
    this.plain = this.issue(now, lifetimeMs);
    return grantOf(this.plain, now);
  }

  /** `/cgi-bin/stable_token`: the same token with what it has left, until it nears its end. */
  grantStable(now: number, lifetimeMs: number): Grant {
    const rotationMs = Math.min(ROTATION_MS, lifetimeMs / 2);
    if (!this.stable || this.stable.expiresAt - now < rotationMs) {
      this.stable = this.issue(now, lifetimeMs);
    }
    return grantOf(this.stable, now);
  }

  /**
   * `force_refresh`: the old token dies at once. Two calls within 30 seconds do not refresh.
   *
   * @returns null when the 20 calls of this day are used up
   */
  grantForced(now: number, lifetimeMs: number): Grant | null {
    this.forcedAt = this.forcedAt.filter((at) => now - at < DAY_MS);
    const last = this.forcedAt.at(-1);
    if (last !== undefined && now - last < FORCED_APART_MS) return this.grantStable(now, lifetimeMs);
    if (this.forcedAt.length >= FORCED_PER_DAY) return null;
    this.forcedAt.push(now);
    if (this.stable) supersede(this.stable, now);
    this.stable = this.issue(now, lifetimeMs);
    return grantOf(this.stable, now);
  }

  /** Makes a token known that this book does not know; one that it knows keeps its state. */
  recall(token: string, validUntil: number): void {
    if (this.issued.some((issued) => issued.token === token)) return;
    const recalled = { token, expiresAt: validUntil, validUntil };
    this.issued = [...this.issued.slice(1 - REMEMBERED), recalled];
    this.stable ??= recalled;
  }

  /** Every token that is good now has run out (`expire`, 42001), or is not the latest any more (`replace`, 40001). */
  end(how: 'expire' | 'replace', now: number): void {
    for (const issued of new Set([...this.issued, this.plain, this.stable])) {
      if (!issued || now >= issued.validUntil) continue;
      issued.validUntil = now;
      if (how === 'expire') issued.expiresAt = now;
    }
    // The next `stable_token` must not hand out what was just ended.
    this.stable = undefined;
  }

  stateOf(token: string, now: number): TokenState {
    const current = [this.plain, this.stable];
    const found = [...current, ...this.issued].find((issued) => issued?.token === token);
    if (!found) return 'unknown';
    if (now < found.validUntil) return 'valid';
    return found.validUntil < found.expiresAt ? 'superseded' : 'expired';
  }

  private issue(now: number, lifetimeMs: number): IssuedToken {
    const issued = { token: newToken(), expiresAt: now + lifetimeMs, validUntil: now + lifetimeMs };
    this.issued = [...this.issued.slice(1 - REMEMBERED), issued];
    return issued;
  }
}

function supersede(issued: IssuedToken, validUntil: number): void {
  issued.validUntil = Math.min(issued.validUntil, validUntil);
}

function grantOf(issued: IssuedToken, now: number): Grant {
  return { token: issued.token, expiresInSeconds: Math.floor((issued.expiresAt - now) / 1000) };
}

/** 136 characters of the shape WeChat uses: a number, an underscore, base64url. */
function newToken(): string {
  return `90_${randomBytes(100).toString('base64url').slice(0, 133)}`;
}
