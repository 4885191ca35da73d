const MASK = '***';
const SECRET_PARAMETER = /((?:access_token|appsecret|secret)["']?\s*[=:]\s*["']?)[^"'&\s,}]+/gi;

/** Takes given secrets, and whatever looks like one, out of a text that a server or a library wrote. */
export function redact(text: string, secrets: string[]): string {
  const masked = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((result, secret) => result.replaceAll(secret, MASK), text);
  return masked.replace(SECRET_PARAMETER, `$1${MASK}`);
}
