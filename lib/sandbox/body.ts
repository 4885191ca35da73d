/** No request of these endpoints comes near this; it bounds what a stranger can make the sandbox read. */
const BODY_MAX_BYTES = 64 * 1024;

export type JsonFields = ReadonlyMap<string, unknown>;
export type ReadBody = { kind: 'fields'; fields: JsonFields } | { kind: 'empty' } | { kind: 'malformed' };

/** Whether a POST announces the length of its body; WeChat takes nothing else. */
export function isFramed(request: Request): boolean {
  if (request.headers.has('transfer-encoding')) return false;
  return /^\d{1,9}$/.test(request.headers.get('content-length') ?? '');
}

/** Reads a POST body the way WeChat does: one JSON object in UTF-8, whatever its media type claims. */
export async function readBody(request: Request): Promise<ReadBody> {
  if (Number(request.headers.get('content-length')) > BODY_MAX_BYTES) return { kind: 'malformed' };
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength === 0) return { kind: 'empty' };
  const fields = parseFields(bytes);
  return fields ? { kind: 'fields', fields } : { kind: 'malformed' };
}

function parseFields(bytes: ArrayBuffer): JsonFields | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(keepUnicodeEscapes(text));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return new Map(Object.entries(value));
  } catch {
    return null;
  }
}

/**
 * WeChat does not decode `\uXXXX`: it takes the text between the quotes as it stands, though it does take `\/` for a
 * slash (PHP clients send that). A backslash occurs in JSON only inside strings, so doubling the one before a `u` is
 * enough to keep the six characters.
 */
function keepUnicodeEscapes(text: string): string {
  return text.replace(/\\(?:(u)|[^])/g, (escape: string, isUnicode?: string) =>
    isUnicode ? '\\\\u' : escape,
  );
}
