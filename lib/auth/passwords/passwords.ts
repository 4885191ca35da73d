import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { inPasswordQueue, type Lane } from './password-queue';

/** OWASP's first recommendation for argon2id: 19 MiB, 2 passes, 1 lane. `algorithm` stays at the library's default, argon2id. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** NFKC: full-width letters and composed accents are the same password, whichever keyboard typed them. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), OPTIONS);
}

// Checked when there is no such user, so that an unknown address takes as long as a wrong password.
let decoy: Promise<string> | undefined;

async function matches(passwordHash: string, password: string): Promise<boolean> {
  const normalized = password.normalize('NFKC');
  if (await verify(passwordHash, normalized)) return true;
  // Passwords set before they were normalized.
  return normalized !== password && verify(passwordHash, password);
}

/**
 * @param find looks the user up when the turn has come
 * @returns the user when the password is theirs, else null; that there is no such user, or no password, costs a check too
 * @throws AppError SIGN_IN_BUSY when too many are waiting
 */
export async function verifyPassword<User extends { passwordHash: string | null }>(
  lane: Lane,
  password: string,
  find: () => Promise<User | null>,
): Promise<User | null> {
  return inPasswordQueue(lane, async () => {
    decoy ??= hashPassword('no user has this password');
    const user = await find();
    const right = await matches(user?.passwordHash ?? (await decoy), password);
    return right && user?.passwordHash ? user : null;
  });
}
