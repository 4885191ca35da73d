import type { Route } from 'next';

const BASE = 'http://local.invalid';

function isLocalPath(value: string): value is Route {
  return value.startsWith('/') && URL.canParse(value, BASE) && new URL(value, BASE).origin === BASE;
}

/** A path of this site, or `/` for anything that would lead elsewhere (`//evil.example`, `https:…`, `/\evil`). */
export function localPath(value: string | string[] | undefined): Route {
  return typeof value === 'string' && isLocalPath(value) ? value : '/';
}
