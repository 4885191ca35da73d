import { z } from 'zod';
import { idSchema } from '@/lib/input/schemas';
import { NOTICE_KINDS, NOTICE_WAYS } from './kinds';

export const noticeChoiceSchema = z.object({
  kind: z.enum(NOTICE_KINDS),
  way: z.enum(NOTICE_WAYS),
  isOn: z.boolean(),
});
export type NoticeChoiceInput = z.input<typeof noticeChoiceSchema>;

/** The newest that was shown. */
export const readNoticesSchema = z.object({ upTo: idSchema });
export type ReadNoticesInput = z.input<typeof readNoticesSchema>;

/** What stands in `User.noticeChoices`; whatever it does not say is as by default. */
export const storedChoicesSchema = z
  .partialRecord(z.enum(NOTICE_KINDS), z.object({ bell: z.boolean(), mail: z.boolean() }).partial())
  .catch({});
