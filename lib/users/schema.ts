import { z } from 'zod';
import { lineSchema } from '@/lib/input/schemas';
import { PASSWORD_MAX_CHARS, PASSWORD_MIN_CHARS } from './limits';

/** Measured as it is kept: full-width letters are letters. How hard it is to guess is judged on the server. */
const passwordSchema = z.string().normalize('NFKC').min(PASSWORD_MIN_CHARS).max(PASSWORD_MAX_CHARS);
const emailSchema = z.string().trim().toLowerCase().min(1).max(200).pipe(z.email());

export const newUserSchema = z.object({
  name: lineSchema(60).min(1),
  email: emailSchema,
  password: passwordSchema,
});
export type NewUserInput = z.input<typeof newUserSchema>;

export const signInSchema = z.object({
  email: emailSchema,
  password: z.string().min(1).max(PASSWORD_MAX_CHARS),
});
export type SignInInput = z.input<typeof signInSchema>;

export const changePasswordSchema = z
  .object({
    currentPassword: z.string().min(1).max(PASSWORD_MAX_CHARS),
    newPassword: passwordSchema,
    repeatPassword: z.string(),
  })
  .superRefine(({ newPassword, repeatPassword }, ctx) => {
    if (newPassword !== repeatPassword.normalize('NFKC'))
      ctx.addIssue({ code: 'custom', path: ['repeatPassword'], params: { key: 'passwordsDiffer' } });
  });
export type ChangePasswordInput = z.input<typeof changePasswordSchema>;
