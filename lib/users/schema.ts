import { z } from 'zod';
import { LOCALES } from '@/lib/i18n/locale';
import { idSchema, linesSchema, lineSchema } from '@/lib/input/schemas';
import { PASSKEY_ANSWER_MAX_CHARS, PASSWORD_MAX_CHARS, PASSWORD_MIN_CHARS, SEEN_APPS_MAX } from './limits';
import { THEMES } from './theme';

/** Measured as it is kept: full-width letters are letters. How hard it is to guess is judged on the server. */
const passwordSchema = z.string().normalize('NFKC').min(PASSWORD_MIN_CHARS).max(PASSWORD_MAX_CHARS);

function requireSame(
  { newPassword, repeatPassword }: { newPassword: string; repeatPassword: string },
  ctx: z.core.$RefinementCtx,
): void {
  if (newPassword !== repeatPassword.normalize('NFKC'))
    ctx.addIssue({ code: 'custom', path: ['repeatPassword'], params: { key: 'passwordsDiffer' } });
}

export const emailSchema = z.string().trim().toLowerCase().min(1).max(200).pipe(z.email());

export const newUserSchema = z.object({
  name: lineSchema(60).min(1),
  email: emailSchema,
  password: passwordSchema,
});
export type NewUserInput = z.input<typeof newUserSchema>;

/** Who accepts an invitation; the address is that of the invitation. */
export const joinSchema = newUserSchema.omit({ email: true });
export type JoinInput = z.input<typeof joinSchema>;

export const resetPasswordSchema = z
  .object({ newPassword: passwordSchema, repeatPassword: z.string() })
  .superRefine(requireSame);
export type ResetPasswordInput = z.input<typeof resetPasswordSchema>;

/** Who has forgotten their password. */
export const forgottenSchema = z.object({ email: emailSchema });
export type ForgottenInput = z.input<typeof forgottenSchema>;

const roleSchema = z.enum(['ADMIN', 'OPERATOR', 'VIEWER']);
export const roleChangeSchema = z.object({ id: idSchema, role: roleSchema });

/** Null for every Mini Program. Whoever may see none could do nothing. */
export const appIdsSchema = z
  .array(idSchema)
  .min(1)
  .max(SEEN_APPS_MAX)
  .transform((ids) => [...new Set(ids)])
  .nullable();

export const sightSchema = z.object({ id: idSchema, appIds: appIdsSchema });
export type SightInput = z.input<typeof sightSchema>;

/** Addresses as they are pasted: one a line, or between commas and semicolons, also as `Name <address>`. */
export const inviteSchema = z.object({
  emails: linesSchema(20_000),
  role: roleSchema,
  appIds: appIdsSchema.default(null),
});
export type InviteInput = z.input<typeof inviteSchema>;

export const signInSchema = z.object({
  email: emailSchema,
  password: z.string().min(1).max(PASSWORD_MAX_CHARS),
  /** Of the second step, when signing in has asked for it. */
  code: z.string().max(PASSWORD_MAX_CHARS).optional(),
  /** Instead of a code: what the browser sent that was asked for a passkey, as JSON. */
  passkey: z.string().max(PASSKEY_ANSWER_MAX_CHARS).optional(),
});
export type SignInInput = z.input<typeof signInSchema>;

/** What goes with what a sign-in service has vouched for. */
export const stepSignInSchema = signInSchema.pick({ code: true, passkey: true });

/** Who comes with a passkey alone. */
export const passkeySignInSchema = signInSchema.pick({ passkey: true }).required();

/** One's own; the password only counts where the address is another one. */
export const profileSchema = z.object({
  name: lineSchema(60).min(1),
  /** Null of who has none, and keeps having none. */
  email: emailSchema.nullable(),
  currentPassword: z.string().max(PASSWORD_MAX_CHARS),
});
export type ProfileInput = z.input<typeof profileSchema>;

export const changePasswordSchema = z
  .object({
    currentPassword: z.string().min(1).max(PASSWORD_MAX_CHARS),
    newPassword: passwordSchema,
    repeatPassword: z.string(),
  })
  .superRefine(requireSame);
export type ChangePasswordInput = z.input<typeof changePasswordSchema>;

export const preferencesSchema = z.object({
  locale: z.enum(LOCALES).optional(),
  theme: z.enum(THEMES).optional(),
});
export type PreferencesInput = z.input<typeof preferencesSchema>;
