import { cleanLine } from '@/lib/input/clean-text';
import { isStorable, toStorable } from '@/lib/input/text';
import { emailSchema } from '../schema';

const NAME_MAX_CHARS = 60;
const SUBJECT_MAX_CHARS = 255;

/** Whom a sign-in service vouches for. */
export type Vouched = {
  /** Whose numbering `subject` belongs to; what a member is known by for ever are the two together. */
  issuer: string;
  subject: string;
  name: string;
  /** Only one that the service has verified; anybody can enter another person's. */
  email: string | null;
  /** Groups or departments; null where the service is not asked for them. */
  groups: string[] | null;
};

/** One group may come as a text of its own, and a department as a number. */
function groupsOf(said: unknown): string[] | null {
  if (said === undefined || said === null) return null;
  return [said]
    .flat()
    .filter((one) => typeof one === 'string' || typeof one === 'number')
    .map(String);
}

/** What a service says of somebody, as it is kept. @throws TypeError when it names nobody */
export function vouchedOf(said: {
  issuer: string;
  subject: unknown;
  /** The first that says something. */
  names: readonly unknown[];
  email?: unknown;
  groups?: unknown;
}): Vouched {
  const { issuer, subject, names, groups } = said;
  if (
    typeof subject !== 'string' ||
    subject === '' ||
    subject.length > SUBJECT_MAX_CHARS ||
    !isStorable(subject)
  )
    throw new TypeError('the sign-in service says no usable id of the person');
  const lines = names.map((name) => (typeof name === 'string' ? cleanLine(toStorable(name)) : ''));
  const name = [...(lines.find((line) => line !== '') ?? subject)].slice(0, NAME_MAX_CHARS).join('');
  const email = emailSchema.safeParse(said.email);
  return { issuer, subject, name, email: email.success ? email.data : null, groups: groupsOf(groups) };
}
