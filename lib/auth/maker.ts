import type { Actor } from './actor';

// What is made keeps who made it: a person, or an API key. What the system makes has neither.

export const madeBy = (actor: Actor) => ({
  createdById: actor.kind === 'user' ? actor.id : null,
  createdByKeyId: actor.kind === 'apiKey' ? actor.id : null,
});

/** To be selected of what was made. */
export const withMaker = {
  createdBy: { select: { id: true, name: true } },
  createdByKey: { select: { id: true, name: true } },
} as const;

type Maker = { id: string; name: string };

/** The person, or the key; null for the system, and for somebody who is gone. */
export const makerOf = (made: { createdBy: Maker | null; createdByKey: Maker | null }): Maker | null =>
  made.createdBy ?? made.createdByKey;
