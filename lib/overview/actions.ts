'use server';

import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { GUIDE_COOKIE, makeExample } from './first-steps';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export const makeExampleAction = action.action(async ({ ctx }) => {
  const t = await getTranslations('overview.guide');
  await makeExample(ctx.actor, t('exampleName'));
});

/** Hides the first steps in this browser, or shows them again. */
export const hideGuideAction = action
  .inputSchema(input(z.object({ isHidden: z.boolean() })))
  .action(async ({ parsedInput }) => {
    (await cookies()).set(GUIDE_COOKIE, parsedInput.isHidden ? 'hidden' : '', {
      maxAge: parsedInput.isHidden ? YEAR_SECONDS : 0,
      sameSite: 'lax',
      httpOnly: true,
      path: '/',
    });
  });
