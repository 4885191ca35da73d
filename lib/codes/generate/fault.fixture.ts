import type { Behaviour } from './fault-server.fixture';

/**
 * What must be true after a fault. `entry` is the ledger's row of an A or C code: `none` (given back), `uncertain`
 * (kept until a repetition tells) or `confirmed`. `calls` and `tokens` count requests.
 */
export type Expected = {
  reason: string | null;
  errcode?: number;
  entry: 'none' | 'uncertain' | 'confirmed';
  calls: number;
  tokens?: number;
  picture?: 'jpeg' | 'png';
  events?: number;
};

export type Fault = [name: string, script: { code?: Behaviour[]; token?: Behaviour[] }, expected: Expected];

export type Pictures = { jpeg: Uint8Array; png: Uint8Array };

/** Of the ledger's row: WeChat may have counted the code, or has surely not. */
export const kept = { entry: 'uncertain' } as const;
export const given = { entry: 'none' } as const;
/** A picture came after all. */
export const made = { reason: null, entry: 'confirmed', picture: 'jpeg' } as const;
