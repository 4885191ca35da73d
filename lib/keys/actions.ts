'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { idSchema } from '@/lib/input/schemas';
import type { ChangedKeyInput, NewKeyInput } from './schema';
import { changeKey, createKey, revokeKey, rotateKey } from './service';

export const createKeyAction = action
  .inputSchema(input(z.custom<NewKeyInput>()))
  .action(({ parsedInput, ctx }) => createKey(ctx.actor, parsedInput));

export const changeKeyAction = action
  .inputSchema(input(z.object({ id: idSchema, values: z.custom<ChangedKeyInput>() })))
  .action(({ parsedInput, ctx }) => changeKey(ctx.actor, parsedInput.id, parsedInput.values));

export const rotateKeyAction = action
  .inputSchema(input(z.object({ id: idSchema, overlapHours: z.number() })))
  .action(({ parsedInput, ctx }) => rotateKey(ctx.actor, parsedInput.id, parsedInput.overlapHours));

export const revokeKeyAction = action
  .inputSchema(input(z.object({ id: idSchema })))
  .action(({ parsedInput, ctx }) => revokeKey(ctx.actor, parsedInput.id));
