import { createHash } from 'node:crypto';

/**
 * Numbers in [0, 1) that depend on nothing but the seed: the same parameters must draw the same bytes, or a test could
 * not tell a repeated code from a new one. mulberry32 over the first bytes of a SHA-256.
 */
export function seededNumbers(seed: string): () => number {
  let state = createHash('sha256').update(seed).digest().readUInt32BE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
