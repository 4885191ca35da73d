'use server';

import { z } from 'zod';
import { action } from '@/lib/actions/client';
import type { SandboxPlay } from './sandbox-schema';
import { endSandboxTokens, resetSandbox, updateSandbox } from './sandbox-service';

const id = z.string().min(1).max(64);

export const updateSandboxAction = action
  .inputSchema(z.object({ id, values: z.custom<SandboxPlay>() }))
  .action(({ parsedInput, ctx }) => updateSandbox(ctx.actor, parsedInput.id, parsedInput.values));

export const resetSandboxAction = action
  .inputSchema(z.object({ id }))
  .action(({ parsedInput, ctx }) => resetSandbox(ctx.actor, parsedInput.id));

export const endSandboxTokensAction = action
  .inputSchema(z.object({ id, how: z.enum(['expire', 'replace']) }))
  .action(({ parsedInput, ctx }) => endSandboxTokens(ctx.actor, parsedInput.id, parsedInput.how));
