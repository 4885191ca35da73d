'use client';

import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { Button } from '@/components/ui/button';
import { askForPasskeyAction } from '@/lib/users/passkeys/actions';
import { OrLine } from './or-line';
import { usePasskeyPrompt } from './passkey-prompt';

type PasskeyButtonProps = {
  origin: string;
  label: string;
  /** Gets what the browser said, as JSON. */
  onAnswer: (answer: string) => Promise<void>;
  onRefused: (message: string) => void;
};

/** Another way than what is typed above it. */
export function PasskeyButton({ origin, label, onAnswer, onRefused }: PasskeyButtonProps) {
  const reach = useReach();
  const prompt = usePasskeyPrompt(origin);
  const [pending, setPending] = useState(false);
  const run = async () => {
    const { data, serverError } = await reach(askForPasskeyAction());
    if (!data) return onRefused(serverError?.message ?? '');
    const said = await prompt.sign(data);
    if ('refusal' in said) return onRefused(said.refusal);
    await onAnswer(JSON.stringify(said.answer));
  };
  const press = () => {
    setPending(true);
    void run().finally(() => setPending(false));
  };
  return (
    <>
      <OrLine />
      <Button variant="secondary" pending={pending} onClick={press} className="w-full">
        <KeyRound aria-hidden />
        {label}
      </Button>
    </>
  );
}
