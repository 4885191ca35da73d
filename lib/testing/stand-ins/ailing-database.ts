import { holdDatabase, type Database, type Db } from '@/lib/db/client';

export type Ailing = {
  /** From now on nothing is answered, until so many questions were refused. */
  endFor: (questions: number) => void;
  /** How many more will be. */
  left: () => number;
  /** The database itself again. */
  heal: () => void;
};

/** pg says it so, and Prisma passes it on as it is. */
const ended = () => new Error('Connection terminated unexpectedly');

/** Puts something in front of the database that can be out of order, where use cases find it. */
export function ailingDatabase(database: Database): Ailing {
  let left = 0;
  const refuse = () => {
    left -= 1;
    return Promise.reject(ended());
  };
  const refusing: object = new Proxy(refuse, { get: () => refusing });
  const db: Db = new Proxy(database.db, {
    get: (target, name) => Reflect.get(left > 0 ? refusing : target, name, target),
  });
  holdDatabase({ ...database, db });
  return {
    endFor: (questions) => {
      left = questions;
    },
    left: () => left,
    heal: () => holdDatabase(database),
  };
}
