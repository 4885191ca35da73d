'use server';

import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { preference } from '@/lib/http/own-cookies';
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
    const { isHidden } = parsedInput;
    const options = await preference(isHidden ? YEAR_SECONDS : 0);
    (await cookies()).set(GUIDE_COOKIE, isHidden ? 'hidden' : '', options);
  });
