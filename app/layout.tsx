import type { Metadata, Viewport } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import './globals.css';
import { env } from '@/lib/env';
import { FIRST_SCRIPT } from '@/components/layout/page/first-script';
import { Providers } from './providers';
import { SendTexts } from '@/components/layout/page/send-texts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('layout.brand');
  return {
    // What a link to us shows in a chat needs a whole address.
    metadataBase: new URL(env().APP_URL ?? `http://localhost:${env().PORT}`),
    title: { default: `${t('name')} ${t('tagline')}`, template: `%s · ${t('name')}` },
    description: t('description'),
    robots: { index: false, follow: false },
  };
}

// `cover` lets the bottom bar reach under the home indicator of a phone.
export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' };

/** proxy.ts sends the policy of this request along; the theme's inline script needs its nonce. */
async function scriptNonce(): Promise<string | undefined> {
  return /'nonce-([^']+)'/.exec((await headers()).get('content-security-policy') ?? '')?.[1];
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()} suppressHydrationWarning>
      <body>
        {/* Browsers hide the nonce from scripts, React's own among them. */}
        <script
          nonce={await scriptNonce()}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: FIRST_SCRIPT }}
        />
        <NextIntlClientProvider messages={{}}>
          <SendTexts of={['common', 'layout.brand', 'layout.fault']}>
            <Providers>{children}</Providers>
          </SendTexts>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
