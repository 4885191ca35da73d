'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { idSchema } from '@/lib/input/schemas';
import { adoptWeChatCount } from './service';

export const adoptWeChatCountAction = action
  .inputSchema(input(z.object({ id: idSchema })))
  .action(({ parsedInput, ctx }) => adoptWeChatCount(ctx.actor, parsedInput.id));
