import type { Vouched } from '@/lib/users/sign-in-services/vouched';
import 'next-auth';
import 'next-auth/jwt';

// Module augmentation only merges interfaces.
declare module 'next-auth' {
  interface Session {
    sessionId?: string | undefined;
  }
  interface User {
    id: string;
    sessionId?: string;
    /** Whom a sign-in service has brought, before anybody knows who that is here. */
    vouched?: Vouched;
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sessionId?: string | undefined;
  }
}
