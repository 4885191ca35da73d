'use client';

import Link from 'next/link';
import { useState, type ComponentProps } from 'react';

/**
 * A link that stands on every page. Its page is asked for ahead when somebody points at it or reaches it by key: the
 * frame has a dozen of them, and asking for all of them on each page was two requests each.
 */
export function NavLink(props: ComponentProps<typeof Link>) {
  const [isMeant, setIsMeant] = useState(false);
  const mean = () => setIsMeant(true);
  return <Link {...props} prefetch={isMeant ? null : false} onPointerEnter={mean} onFocus={mean} />;
}
