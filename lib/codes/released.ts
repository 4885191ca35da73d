import type { Code } from '@/lib/db/generated/client';

/** Versions of a Mini Program that nobody opens but its developers and testers. */
export const UNRELEASED = ['trial', 'develop'] as const;
export type UnreleasedVersion = (typeof UNRELEASED)[number];

/** It opens the trial or the development version. A code of createwxaqrcode knows no versions. */
export const isUnreleased = ({ envVersion }: Pick<Code, 'envVersion'>): boolean =>
  UNRELEASED.some((version) => version === envVersion);
