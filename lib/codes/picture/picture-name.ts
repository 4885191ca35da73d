export type PictureType = 'image/jpeg' | 'image/png';

/** By the picture's own bytes, which need not be what WeChat's header said. */
export function pictureExtension(type: string): 'jpg' | 'png' {
  return type === 'image/png' ? 'png' : 'jpg';
}

const NAME_MAX_CHARS = 80;
// Windows refuses these whatever the extension; the print shop has Windows.
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A file name that Windows, macOS and Linux accept: forbidden and invisible characters become `_`, Chinese stays.
 * @param extension without the dot
 */
export function fileName(name: string, extension: string): string {
  const cleaned = [...name.normalize('NFC').replace(/[\p{C}<>:"/\\|?*]/gu, '_')]
    .slice(0, NAME_MAX_CHARS)
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const safe = cleaned === '' ? 'code' : cleaned;
  return `${RESERVED.test(safe) ? `_${safe}` : safe}.${extension}`;
}

/** Numbers names that an earlier file has: `a.jpg`, `a (2).jpg`. Case does not count, as on Windows and macOS. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const dot = name.lastIndexOf('.');
    let candidate = name;
    for (let number = 2; taken.has(candidate.toLowerCase()); number += 1)
      candidate = `${name.slice(0, dot)} (${number})${name.slice(dot)}`;
    taken.add(candidate.toLowerCase());
    return candidate;
  };
}

/** `Content-Disposition` of RFC 6266: an ASCII name for old clients, the real one beside it. */
export function attachment(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
