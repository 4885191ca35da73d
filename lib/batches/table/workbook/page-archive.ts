/** Excel's "single file web page": pages and pictures, one after the other, each with a few headers. */

const PARTS_MAX = 1_000;

export function isArchive(bytes: Buffer): boolean {
  return /^MIME-Version:/i.test(bytes.subarray(0, 20).toString('latin1'));
}

/** `=3D` is `=`, and a line that ends in `=` goes on. */
function quotedPrintable(body: string): Buffer {
  const text = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(text, 'latin1');
}

function bodyOf(head: string, body: string): Buffer {
  const encoding = /^Content-Transfer-Encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  return encoding === 'quoted-printable' ? quotedPrintable(body) : Buffer.from(body, 'latin1');
}

/** The web pages in a MIME archive, each in its own bytes. */
export function pagesOfArchive(bytes: Buffer): Buffer[] {
  const text = bytes.toString('latin1');
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(text);
  const mark = boundary?.[1] ?? boundary?.[2];
  const parts = mark === undefined ? [text] : text.split(`--${mark}`, PARTS_MAX).slice(1);
  return parts.flatMap((part) => {
    const [, head = '', body = ''] = /^\r?\n?([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(part) ?? [];
    return /^Content-Type:\s*text\/html/im.test(head) ? [bodyOf(head, body)] : [];
  });
}
