import { z } from 'zod';
import { codeParametersSchema } from '@/lib/wechat/parameters';

export const CODE_NAME_MAX_CHARS = 80;
export const CODE_NOTE_MAX_CHARS = 500;

const labels = {
  /** Empty: the scene or the path is the name. */
  name: z.string().trim().max(CODE_NAME_MAX_CHARS).default(''),
  note: z.string().trim().max(CODE_NOTE_MAX_CHARS).default(''),
};

/**
 * What the generate form sends and the server checks. The path's limit belongs to the Mini Program.
 * @param pathMaxBytes of endpoint A, in bytes of UTF-8
 */
export function generateCodeSchema(pathMaxBytes: number) {
  return z.intersection(
    z.object({ miniProgramId: z.string().min(1), ...labels }),
    codeParametersSchema({ pathMaxBytes }),
  );
}
export type GenerateCodeInput = z.input<ReturnType<typeof generateCodeSchema>>;

export const updateCodeSchema = z.object({ name: labels.name.pipe(z.string().min(1)), note: labels.note });
export type UpdateCodeInput = z.input<typeof updateCodeSchema>;

export const CODE_STATUSES = ['QUEUED', 'GENERATING', 'READY', 'FAILED'] as const;
