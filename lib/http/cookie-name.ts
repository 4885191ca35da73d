/** With `__Host-` a browser takes the cookie from this host alone, over https alone: no neighbor's page can plant one. */
export function cookieName(name: string, isHttps: boolean): string {
  return isHttps ? `__Host-${name}` : name;
}
