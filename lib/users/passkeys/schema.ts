import { z } from 'zod';
import { idSchema, lineSchema } from '@/lib/input/schemas';
import { PASSKEY_NAME_MAX_CHARS } from './limits';

/** Longer than what any authenticator sends. */
const base64url = (maxChars: number) =>
  z
    .string()
    .max(maxChars)
    .regex(/^[\w-]*$/);

const head = {
  id: base64url(1400).min(1),
  rawId: base64url(1400).min(1),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional().catch(undefined),
  // Nothing is asked for by extensions, so what they say is not read.
  clientExtensionResults: z.unknown().transform(() => ({})),
};

/** What a browser sends that has made a passkey (`RegistrationResponseJSON`), down to what is read of it. */
export const newPasskeySchema = z.object({
  name: lineSchema(PASSKEY_NAME_MAX_CHARS).min(1),
  answer: z.object({
    ...head,
    response: z.object({
      clientDataJSON: base64url(4000),
      attestationObject: base64url(20_000),
      transports: z.array(z.string().max(20)).max(10).default([]),
    }),
  }),
});
export type NewPasskeyInput = z.input<typeof newPasskeySchema>;

/** What a browser sends that has signed with a passkey (`AuthenticationResponseJSON`). */
export const passkeyAnswerSchema = z.object({
  ...head,
  response: z.object({
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(4000),
    userHandle: base64url(200).nullish(),
  }),
});
export type PasskeyAnswer = z.input<typeof passkeyAnswerSchema>;

export const renamePasskeySchema = z.object({
  id: idSchema,
  name: lineSchema(PASSKEY_NAME_MAX_CHARS).min(1),
});
export type RenamePasskeyInput = z.input<typeof renamePasskeySchema>;
