import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { pickTexts, type TextPath } from '@/lib/i18n/sent-texts';
import { MoreTexts } from './more-texts';

export type SendTextsProps = {
  /** Beside those that the layouts send; `lib/i18n/sent-texts.test.ts` says which are missing and which are not needed. */
  of: readonly TextPath[];
  children: ReactNode;
};

/**
 * What client components say goes with the HTML; all texts of the house would be 110 kB of each page. What the server
 * renders needs nothing sent.
 */
export async function SendTexts({ of, children }: SendTextsProps) {
  return <MoreTexts texts={pickTexts(await getMessages(), of)}>{children}</MoreTexts>;
}

/** A page with the texts that its client components say, whatever it returns. */
export function withTexts<Props extends object>(
  Page: (props: Props) => Promise<ReactNode>,
  of: readonly TextPath[],
) {
  return function PageWithTexts(props: Props) {
    return (
      <SendTexts of={of}>
        <Page {...props} />
      </SendTexts>
    );
  };
}
