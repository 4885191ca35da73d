'use client';

import { useRouter } from 'next/navigation';
import { isSignedIn, signInWithPassword } from '@/lib/auth/passwords/password-sign-in';

/** Signs in with the password that was just chosen; where that is not enough, the page for signing in asks for the rest. */
export function useEnter(): (email: string, password: string) => Promise<void> {
  const router = useRouter();
  return async (email, password) => {
    const answer = await signInWithPassword({ email, password });
    router.replace(isSignedIn(answer) ? '/' : '/sign-in');
    router.refresh();
  };
}
