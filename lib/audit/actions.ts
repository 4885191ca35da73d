'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { setAuditKeep } from './keep';

export const setAuditKeepAction = action
  .inputSchema(input(z.custom<{ days: number }>()))
  .action(({ parsedInput, ctx }) => setAuditKeep(ctx.actor, parsedInput));
