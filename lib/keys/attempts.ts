import 'server-only';
import { AttemptCounter } from '@/lib/auth/attempts/attempt-counter';
import { networkOf } from '@/lib/auth/attempts/throttle';
import { AppError } from '@/lib/errors';

/** Wrong keys within a quarter of an hour: of one prefix from one network, and of all from one network. */
const PER_PREFIX = 20;
const PER_NETWORK = 100;

// Next bundles routes apart from each other: one counter for all of them has to live outside the module.
const holder: typeof globalThis & { suncodeKeyCounters?: { pair: AttemptCounter; network: AttemptCounter } } =
  globalThis;

const counters = () =>
  (holder.suncodeKeyCounters ??= {
    pair: new AttemptCounter(PER_PREFIX),
    network: new AttemptCounter(PER_NETWORK),
  });

type Who = { prefix: string; address: string };

const limitsOf = ({ prefix, address }: Who) => {
  const network = networkOf(address);
  return [
    { counter: counters().pair, key: `${prefix} ${network}` },
    { counter: counters().network, key: network },
  ];
};

/**
 * Before a key is looked at. Only wrong ones are counted: a program with the right key asks hundreds of times a minute.
 * @throws AppError TOO_MANY_KEY_ATTEMPTS
 */
export async function requireFewWrong(who: Who): Promise<void> {
  const states = await Promise.all(limitsOf(who).map(({ counter, key }) => counter.look(key)));
  const lockedMs = Math.max(...states.map((state) => state.lockedMs));
  if (lockedMs > 0)
    throw new AppError('TOO_MANY_KEY_ATTEMPTS', {
      values: { minutes: Math.ceil(lockedMs / 60_000), seconds: Math.ceil(lockedMs / 1000) },
    });
}

export async function countWrong(who: Who): Promise<void> {
  for (const { counter, key } of limitsOf(who)) await counter.take(key);
}
