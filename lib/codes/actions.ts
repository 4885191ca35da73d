'use server';

import { z } from 'zod';
import { action } from '@/lib/actions/client';
import type { GenerateCodeInput, UpdateCodeInput } from '@/lib/codes/generate/schema';
import { generateCode, regenerateCode, updateCode } from '@/lib/codes/generate/service';

const id = z.string().min(1).max(64);

/** Wraps `POST /wxa/getwxacode`, `/wxa/getwxacodeunlimit` or `/cgi-bin/wxaapp/createwxaqrcode`, by `endpoint`. */
export const generateCodeAction = action
  .inputSchema(z.custom<GenerateCodeInput>())
  .action(({ parsedInput, ctx }) => generateCode(ctx.actor, parsedInput));

export const regenerateCodeAction = action
  .inputSchema(z.object({ codeId: id }))
  .action(({ parsedInput, ctx }) => regenerateCode(ctx.actor, parsedInput.codeId));

export const updateCodeAction = action
  .inputSchema(z.object({ codeId: id, values: z.custom<UpdateCodeInput>() }))
  .action(({ parsedInput, ctx }) => updateCode(ctx.actor, parsedInput.codeId, parsedInput.values));
