import 'next-auth';
import 'next-auth/jwt';

// Module augmentation only merges interfaces.
declare module 'next-auth' {
  interface Session {
    sessionId?: string | undefined;
  }
  interface User {
    id: string;
    sessionId: string;
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sessionId?: string | undefined;
  }
}
