/** Set by proxy.ts on every page request: the path that was asked for, so that signing in leads back to it. */
export const PATH_HEADER = 'x-suncode-path';
