'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { idSchema } from '@/lib/input/schemas';
import type { SandboxPlay } from './schema';
import { endSandboxTokens, resetSandbox, updateSandbox } from './service';

export const updateSandboxAction = action
  .inputSchema(input(z.object({ id: idSchema, values: z.custom<SandboxPlay>() })))
  .action(({ parsedInput, ctx }) => updateSandbox(ctx.actor, parsedInput.id, parsedInput.values));

export const resetSandboxAction = action
  .inputSchema(input(z.object({ id: idSchema })))
  .action(({ parsedInput, ctx }) => resetSandbox(ctx.actor, parsedInput.id));

export const endSandboxTokensAction = action
  .inputSchema(input(z.object({ id: idSchema, how: z.enum(['expire', 'replace']) })))
  .action(({ parsedInput, ctx }) => endSandboxTokens(ctx.actor, parsedInput.id, parsedInput.how));
