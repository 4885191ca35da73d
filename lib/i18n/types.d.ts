import type { Locale } from './locale';
import type { Messages } from './messages';

declare module 'next-intl' {
  // Module augmentation only merges interfaces.
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
