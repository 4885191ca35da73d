'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import type { GenerateCodeInput, UpdateCodeInput } from '@/lib/codes/generate/schema';
import { promoteCode } from '@/lib/codes/generate/promote';
import { generateCode, regenerateCode, updateCode } from '@/lib/codes/generate/service';
import { idSchema } from '@/lib/input/schemas';

/** Wraps `POST /wxa/getwxacode`, `/wxa/getwxacodeunlimit` or `/cgi-bin/wxaapp/createwxaqrcode`, by `endpoint`. */
export const generateCodeAction = action
  .inputSchema(input(z.custom<GenerateCodeInput>()))
  .action(({ parsedInput, ctx }) => generateCode(ctx.actor, parsedInput));

export const regenerateCodeAction = action
  .inputSchema(input(z.object({ codeId: idSchema })))
  .action(({ parsedInput, ctx }) => regenerateCode(ctx.actor, parsedInput.codeId));

/** The release code of a code that only testers can open. */
export const promoteCodeAction = action
  .inputSchema(input(z.object({ codeId: idSchema })))
  .action(({ parsedInput, ctx }) => promoteCode(ctx.actor, parsedInput.codeId));

export const updateCodeAction = action
  .inputSchema(input(z.object({ codeId: idSchema, values: z.custom<UpdateCodeInput>() })))
  .action(({ parsedInput, ctx }) => updateCode(ctx.actor, parsedInput.codeId, parsedInput.values));
