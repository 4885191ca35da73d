'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { addPicture, type AddPictureInput } from './service';

/** A file travels inside the input; lib/http/front/body-limits.ts says how large it may be. */
export const addPictureAction = action
  .inputSchema(input(z.custom<AddPictureInput>()))
  .action(({ parsedInput, ctx }) => addPicture(ctx.actor, parsedInput));
