'use server';

import { z } from 'zod';
import { publicAction, input } from '@/lib/actions/client';
import type { NewUserInput } from '@/lib/users/schema';
import { completeSetup } from './service';

/** Open to whoever holds the one-time token of the start-up line. */
export const completeSetupAction = publicAction
  .inputSchema(input(z.object({ token: z.string().max(200), values: z.custom<NewUserInput>() })))
  .action(({ parsedInput }) => completeSetup(parsedInput.token, parsedInput.values));
