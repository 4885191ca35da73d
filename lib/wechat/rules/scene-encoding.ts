import { SCENE_MAX_CHARS } from './limits';

/**
 * How a page of the Mini Program turns an encoded scene back into text. WeChat hands `scene` over percent-encoded;
 * `TextDecoder` does not exist in every base library, hence the detour over `decodeURIComponent`.
 */
export const SCENE_DECODER_SNIPPET = `function decodeScene(scene) {
  const base64 = decodeURIComponent(scene).replace(/-/g, '+').replace(/_/g, '/')
  const padded = base64 + '==='.slice((base64.length + 3) % 4)
  const bytes = Array.from(new Uint8Array(wx.base64ToArrayBuffer(padded)))
  return decodeURIComponent(bytes.map((byte) => '%' + ('0' + byte.toString(16)).slice(-2)).join(''))
}`;

/**
 * Writes any text in characters that `scene` may hold: base64url of its UTF-8 bytes, without padding. 24 bytes fit,
 * which is 8 Chinese characters. The Mini Program decodes it with `SCENE_DECODER_SNIPPET`.
 *
 * @returns the encoded scene, or null when it would be longer than 32 characters, empty, or could not be decoded
 *   again (half a surrogate pair)
 */
export function encodeScene(text: string): string | null {
  if (text === '' || /\p{Cs}/u.test(text)) return null;
  const binary = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
  const encoded = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return encoded.length > SCENE_MAX_CHARS ? null : encoded;
}

/** The text behind an encoded scene, or null when the scene is not one that `encodeScene` writes. */
export function decodeScene(scene: string): string | null {
  try {
    const binary = atob(scene.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return encodeScene(text) === scene ? text : null;
  } catch {
    return null;
  }
}
