'use server';

import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { keepPreference } from '@/lib/http/own-cookies';
import { GUIDE_COOKIE, makeExample } from './first-steps';

export const makeExampleAction = action.action(async ({ ctx }) => {
  const t = await getTranslations('overview.guide');
  await makeExample(ctx.actor, t('exampleName'));
});

/** Hides the first steps in this browser, or shows them again. */
export const hideGuideAction = action
  .inputSchema(input(z.object({ isHidden: z.boolean() })))
  .action(({ parsedInput }) => keepPreference(GUIDE_COOKIE, parsedInput.isHidden ? 'hidden' : ''));
