import { z } from 'zod';
import { PASSWORD_MAX_CHARS } from '../limits';
import type { PasskeyAnswer } from '../passkeys/schema';

/** What it takes to turn the second step on or off, or to get other recovery codes. */
export const secondStepProofSchema = z.object({
  /** Left out by who has none. */
  currentPassword: z.string().min(1).max(PASSWORD_MAX_CHARS).optional(),
  /** Six digits of the app or a recovery code, as they are typed. */
  code: z.string().trim().min(1).max(PASSWORD_MAX_CHARS),
});
export type SecondStepProof = z.input<typeof secondStepProofSchema>;

/** Of who has no second step yet. */
export const passwordProofSchema = secondStepProofSchema.pick({ currentPassword: true });

/** Where one of them is enough, and the form leaves the other one empty. */
export const factorProofSchema = passwordProofSchema.extend({
  code: z.string().trim().max(PASSWORD_MAX_CHARS).optional(),
});

/** Instead of both: what the browser sent that was asked for a passkey. */
export type PasskeyProof = { passkey: PasskeyAnswer };
