import type { ComponentProps } from 'react';

/**
 * A picture exactly as the server keeps it. Not `next/image`: it would only pass these through (they are behind the
 * sign-in, and every byte counts), and it costs each page 9 kB of script.
 */
export function PlainImage({ alt, ...props }: ComponentProps<'img'> & { alt: string }) {
  // oxlint-disable-next-line nextjs/no-img-element -- next/image would only pass it through
  return <img alt={alt} {...props} />;
}
