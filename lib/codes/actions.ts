'use server';

import { z } from 'zod';
import { action } from '@/lib/actions/client';
import { SELECTION_MAX_CODES } from './limits';
import type { GenerateCodeInput, UpdateCodeInput } from './schema';
import { deleteCodes, generateCode, regenerateCode, restoreCodes, updateCode } from './service';

const id = z.string().min(1).max(64);
const ids = z.array(id).min(1).max(SELECTION_MAX_CODES);

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

export const deleteCodesAction = action
  .inputSchema(z.object({ codeIds: ids }))
  .action(({ parsedInput, ctx }) => deleteCodes(ctx.actor, parsedInput.codeIds));

export const restoreCodesAction = action
  .inputSchema(z.object({ codeIds: ids }))
  .action(({ parsedInput, ctx }) => restoreCodes(ctx.actor, parsedInput.codeIds));
