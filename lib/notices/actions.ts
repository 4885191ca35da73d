'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import type { NoticeChoiceInput, ReadNoticesInput } from './schema';
import { chooseNotices, readNotices } from './service';

export const readNoticesAction = action
  .inputSchema(input(z.custom<ReadNoticesInput>()))
  .action(({ parsedInput, ctx }) => readNotices(ctx.actor, parsedInput));

export const chooseNoticesAction = action
  .inputSchema(input(z.custom<NoticeChoiceInput>()))
  .action(({ parsedInput, ctx }) => chooseNotices(ctx.actor, parsedInput));
