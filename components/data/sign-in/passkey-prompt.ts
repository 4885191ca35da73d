'use client';

import { useTranslations } from 'next-intl';
import type { startAuthentication, startRegistration } from '@simplewebauthn/browser';

type Options<Start extends (given: never) => unknown> = Parameters<Start>[0] extends {
  optionsJSON: infer Asked;
}
  ? Asked
  : never;
export type MakeOptions = Options<typeof startRegistration>;
export type SignOptions = Options<typeof startAuthentication>;

type Said<Answer> = { answer: Answer } | { refusal: string };

/** What the browser refuses is an error with a name of the DOM; all but one say that nobody went through with it. */
const refusalOf = (error: unknown) =>
  error instanceof Error && error.name === 'InvalidStateError' ? 'alreadyHere' : 'cancelled';

/**
 * Asks the browser for a passkey; `refusal` says what came instead of one. What talks to the browser is loaded by the press.
 * @param origin the only address that passkeys of this installation work at
 */
export function usePasskeyPrompt(origin: string) {
  const t = useTranslations('auth.passkey');
  async function ask<Answer>(
    work: (library: typeof import('@simplewebauthn/browser')) => Promise<Answer>,
  ): Promise<Said<Answer>> {
    if (window.location.origin !== origin) return { refusal: t('notHere', { address: origin }) };
    const library = await import('@simplewebauthn/browser');
    if (!library.browserSupportsWebAuthn()) return { refusal: t('notSupported') };
    return work(library).then(
      (answer) => ({ answer }),
      (error: unknown) => ({ refusal: t(refusalOf(error)) }),
    );
  }
  return {
    make: (optionsJSON: MakeOptions) => ask(({ startRegistration: start }) => start({ optionsJSON })),
    sign: (optionsJSON: SignOptions) => ask(({ startAuthentication: start }) => start({ optionsJSON })),
  };
}
