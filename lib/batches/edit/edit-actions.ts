'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { editDraft, undoEdit } from './edit-draft';
import type { EditDraftInput, UndoInput } from './edit-types';

export const editDraftAction = action
  .inputSchema(input(z.custom<EditDraftInput>()))
  .action(({ parsedInput, ctx }) => editDraft(ctx.actor, parsedInput));

export const undoEditAction = action
  .inputSchema(input(z.custom<UndoInput>()))
  .action(({ parsedInput, ctx }) => undoEdit(ctx.actor, parsedInput));
