'use server';

import { z } from 'zod';
import { action } from '@/lib/actions/client';
import { adoptWeChatCount } from './service';

export const adoptWeChatCountAction = action
  .inputSchema(z.object({ id: z.string().min(1).max(64) }))
  .action(({ parsedInput, ctx }) => adoptWeChatCount(ctx.actor, parsedInput.id));
