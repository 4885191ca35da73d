import 'server-only';
import { z } from 'zod';
import { changedTargetsSchema, manyCodesSchema } from '@/lib/api/codes/many';
import { idSchema } from '@/lib/input/schemas';
import { tool, type Tool } from './tool';

const ofAction = z.strictObject({ actionId: idSchema });

/** Actions on many codes. */
export const MANY_TOOLS: Tool[] = [
  tool({
    ...{ name: 'retarget_codes', title: 'Change live codes', of: 'retargetCodes', effect: 'change' },
    description:
      'Change what many printed live codes lead to, of codeIds or of filters, now or from startsAt on: the page, parameters by name, a pause with a message, rules. What is left out stays as each code has it. People who scan get it within 20 seconds, so tell the person which codes and what changes, and go on only after they have agreed. With filters, give count as the person saw it. undo_action takes it back.',
    input: changedTargetsSchema,
    handle: (body, { call }) => call({ body }),
  }),
  tool({
    ...{ name: 'promote_codes', title: 'Make release codes', of: 'promoteCodes', effect: 'spend' },
    description:
      'Make a release code beside each ready code of the trial or development version. A live code takes its target along. getwxacode and createwxaqrcode take one of the permanent 100,000 each: ask the person first. It cannot be undone. Then ask get_action how far it is.',
    input: manyCodesSchema,
    handle: (body, { call }) => call({ body }),
  }),
  tool({
    ...{ name: 'get_action', title: 'State of an action', of: 'getAction', effect: 'read' },
    description:
      'How far an action on many codes is. Ask every few seconds until state is FINISHED or STOPPED. failed could not be changed.',
    input: ofAction,
    handle: (params, { call }) => call({ params }),
  }),
  tool({
    ...{ name: 'undo_action', title: 'Undo an action', of: 'undoAction', effect: 'change' },
    description:
      'Take an action on many codes back, within a day and while canUndo is true. Codes that somebody has changed since stay as they are, and plans that have not begun are dropped.',
    input: ofAction,
    handle: (params, { call }) => call({ params }),
  }),
];
