import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { LOCALES } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/messages';
import { textsOf } from '@/lib/i18n/texts';
import { linkFromOutside, sendLetters, sendsMail, type Letter } from '@/lib/mail/mail';
import { INVITATION_DAYS, RESET_HOURS } from './limits';

/** What became of the letter to an address; null where this installation sends none. */
export type Sent = 'sent' | 'failed' | null;

type Linked = { email: string; token: string };

/** In every language, one below the other: nobody knows yet which one they read who get it. */
export function letterOf(
  about: keyof Messages['letters'],
  to: string,
  values: Record<string, string | number>,
): Letter {
  const texts = LOCALES.map((locale) => {
    const t = textsOf(locale);
    return {
      subject: t(`letters.${about}.subject`, values),
      text: t(`letters.${about}.text`, values),
    };
  });
  return {
    to,
    subject: texts.map(({ subject }) => subject).join(' · '),
    text: texts.map(({ text }) => text).join('\n\n———\n\n'),
  };
}

/**
 * Sends everybody the link of their invitation.
 * @returns for each address in turn
 */
export async function sendInvitations(actor: Actor, invited: readonly Linked[]): Promise<Sent[]> {
  if (!sendsMail()) return invited.map(() => null);
  const letters = invited.map(({ email, token }) => {
    const link = linkFromOutside(`/join?token=${token}`);
    return letterOf('invitation', email, { name: actor.name, link, days: INVITATION_DAYS });
  });
  return (await sendLetters(letters)).map((isSent) => (isSent ? 'sent' : 'failed'));
}

/** Sends a member the link for a new password. */
export async function sendReset({ email, token }: Linked): Promise<void> {
  const link = linkFromOutside(`/reset?token=${token}`);
  await sendLetters([letterOf('reset', email, { email, link, hours: RESET_HOURS })]);
}
