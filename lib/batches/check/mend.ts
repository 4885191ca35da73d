import { isSceneText } from '@/lib/wechat/rules/limits';
import type { RowField } from '@/lib/batches/plan/plan';
import { mendLook } from './mend-look';
import { isLookField } from './row-look';

/** A value that is wrong in a way with one cure. `dropped` is what a page loses: its query, without the `?`. */
export type Mended = { after: string; dropped: string };

const LINK = /^(?:https?:\/\/|weixin:\/\/|#小程序:\/\/)/i;

/** A web or WeChat link where WeChat wants the path of a page. */
export function isLink(text: string): boolean {
  return LINK.test(text);
}

/** `pages/index.html`, as menus of official accounts write pages. */
export function hasPageSuffix(text: string): boolean {
  return /\.html?(?:[?#]|$)/i.test(text);
}

/** Full-width letters, digits and signs as the plain ones; no spaces, and nothing that cannot be seen. */
const plain = (text: string) => text.normalize('NFKC').replace(/[\s\p{Cf}\p{Cc}]/gu, '');

const PUNCTUATION = new Map(
  Object.entries({
    '。': '.',
    '、': ',',
    '“': "'",
    '”': "'",
    '‘': "'",
    '’': "'",
    '—': '-',
    '–': '-',
    '…': '...',
  }),
);

/** Plain characters, Chinese signs as the ones that they stand for: all of what words and numbers say stays. */
export const written = (text: string): string =>
  plain(text).replace(/[。、“”‘’—–…]/g, (sign) => PUNCTUATION.get(sign) ?? sign);

/** What counts tables and rooms behind a number: `15号桌` is table 15. Not between two numbers, which would become one. */
const COUNTERS = /第?(\d+)(?:号|桌|台|座|位|室|房|间|柜|店)+(?![\p{L}\p{N}])/gu;

/** Numbers without what they count. */
export const withoutCounters = (text: string): string => plain(text).replace(COUNTERS, '$1');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function mendScene(text: string): string {
  if (isSceneText(text)) return text;
  const typed = written(text);
  const read = /%[0-9a-f]{2}/i.test(typed) ? plain(decoded(typed)) : typed;
  const mended = isSceneText(read) ? read : withoutCounters(read);
  return isSceneText(mended) ? mended : text;
}

/** The page that a link names, with its query: of a web link what stands behind the host, of `weixin://dl/…` its `path`. */
function pathOfLink(link: string): string {
  if (/^https?:/i.test(link)) return link.replace(/^https?:\/\/[^/?#]*/i, '');
  const given = /[?&]path=([^&]*)/i.exec(link)?.[1];
  if (given === undefined) return '';
  const query = /[?&]query=([^&]*)/i.exec(link)?.[1];
  return decoded(given) + (query ? `?${decoded(query)}` : '');
}

/** A path that phones open: plain characters, no host, no slash before it, no `.html`. */
function mendPath(text: string): string {
  const typed = plain(text);
  const path = isLink(typed) ? pathOfLink(typed) : typed;
  return path.replace(/^\/+/, '').replace(/\.html?(?=[?#]|$)/i, '');
}

const isPage = (text: string) => /^[\w\-./]+$/.test(text);

function mendPage(text: string): Mended | null {
  if (isPage(text) && !text.startsWith('/') && !hasPageSuffix(text)) return null;
  const [, after = '', dropped = ''] = /^([^?#]*)(?:\?([^#]*))?/.exec(mendPath(text)) ?? [];
  return isPage(after) ? { after, dropped } : null;
}

const changed = (before: string, after: string): Mended | null =>
  after === before || after === '' ? null : { after, dropped: '' };

function mendWholePath(text: string): Mended | null {
  const after = mendPath(text);
  return isPage(after.split(/[?#]/, 1)[0] ?? '') ? changed(text, after) : null;
}

/**
 * What a value of this field was meant to be, where it is wrong and there is only one way to read it: a link or a slash
 * before a page, full-width letters, spaces, a percent-encoded scene, `红` for a color.
 * @returns null for one that is right, and for one that only its author can mend
 */
export function mend(field: RowField, text: string): Mended | null {
  if (text === '') return null;
  if (field === 'scene') return changed(text, mendScene(text));
  if (field === 'page' || field === 'livePage') return mendPage(text);
  if (field === 'path') return mendWholePath(text);
  return isLookField(field) ? changed(text, mendLook(field, text)) : null;
}
