import type { PublicError } from '@/lib/i18n/translate-error';

export type ActionResult<Data> = { data?: Data; serverError?: PublicError };

/** What a server action refused, in the reader's language. */
export class ActionRefusal extends Error {
  override readonly name = 'ActionRefusal';
  constructor(readonly detail: PublicError) {
    super(detail.message);
  }
}

/** A server action answers refusals as data; a mutation wants them thrown. @throws ActionRefusal */
export async function outcomeOf<Data>(answer: Promise<ActionResult<Data>>): Promise<Data | undefined> {
  const { data, serverError } = await answer;
  if (serverError) throw new ActionRefusal(serverError);
  return data;
}
