'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { setScanKeep, type ScanKeep } from './keep';

export const setScanKeepAction = action
  .inputSchema(input(z.custom<ScanKeep>()))
  .action(({ parsedInput, ctx }) => setScanKeep(ctx.actor, parsedInput));
