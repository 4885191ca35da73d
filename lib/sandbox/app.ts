import { createHash } from 'node:crypto';

import type { SandboxChanges, SandboxSettings } from './settings';
import { DEFAULT_SETTINGS } from './settings';
import { TokenBook } from './tokens';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * 60_000;

export type SandboxState = Readonly<Omit<SandboxSettings, 'secret'>> & {
  /** Never told. */
  secret: undefined;
  appId: string;
  quotaUsed: number;
};

/** One sandbox Mini Program: its settings, its tokens and what it has used up. */
export class SandboxApp {
  readonly tokens = new TokenBook();
  private current: SandboxSettings = DEFAULT_SETTINGS;
  /** Hashes of the parameters seen: a repeat is free. */
  private readonly made = new Set<string>();
  /** Codes counted beside those in `made`, so that a test need not make 99,999 codes. */
  private counted = 0;
  private readonly windows = new Map<string, { startedAt: number; calls: number }>();

  constructor(
    readonly appId: string,
    changes: SandboxChanges = {},
  ) {
    this.configure(changes);
  }

  get settings(): SandboxSettings {
    return this.current;
  }

  get quotaUsed(): number {
    return this.counted + this.made.size;
  }

  configure({ quotaUsed, quotaElsewhere, ...changes }: SandboxChanges): void {
    // A caller's optional field may be there and undefined, which must not wipe out the setting.
    const given = Object.entries<unknown>(changes).filter(([, value]) => value !== undefined);
    this.current = { ...this.current, ...Object.fromEntries(given) };
    if (quotaElsewhere !== undefined) this.counted = quotaElsewhere;
    if (quotaUsed !== undefined) this.counted = quotaUsed - this.made.size;
  }

  /** Forgets what was made and called so far; settings and tokens stay. */
  forget(): void {
    this.made.clear();
    this.windows.clear();
    this.counted = 0;
  }

  state(): SandboxState {
    return { ...this.current, secret: undefined, appId: this.appId, quotaUsed: this.quotaUsed };
  }

  /** Counts a code once, however often it is made; false when it is new and there is no room for it. */
  countCode(canonical: string): boolean {
    const hash = createHash('sha256').update(canonical).digest('base64url').slice(0, 24);
    if (this.made.has(hash)) return true;
    if (this.quotaUsed >= this.current.quotaLimit) return false;
    this.made.add(hash);
    return true;
  }

  /** Counts a call in a window of a minute or a day; false when the window is full. */
  countCall(name: string, { max, per, now }: { max: number; per: 'minute' | 'day'; now: number }): boolean {
    const lengthMs = per === 'minute' ? MINUTE_MS : DAY_MS;
    const known = this.windows.get(name);
    const window = known && now - known.startedAt < lengthMs ? known : { startedAt: now, calls: 0 };
    this.windows.set(name, window);
    if (window.calls >= max) return false;
    window.calls += 1;
    return true;
  }
}
