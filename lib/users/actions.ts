'use server';

import { z } from 'zod';
import { action } from '@/lib/actions/client';
import type { ChangePasswordInput } from './schema';
import { changePassword } from './service';

export const changePasswordAction = action
  .inputSchema(z.custom<ChangePasswordInput>())
  .action(({ parsedInput, ctx }) => changePassword(ctx.actor, parsedInput));
