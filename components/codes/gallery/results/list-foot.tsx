'use client';

import { LoadMore, type LoadMoreProps } from '@/components/data/load-more';

const AHEAD = '600px 0px';

/** Fetches the next rows before the end is reached; the button stays for the keyboard and for a second try. */
export function ListFoot(props: LoadMoreProps) {
  const { hasMore, loading, failed, onLoadMore } = props;
  const waiting = hasMore && !loading && !failed;

  const watch = (element: HTMLDivElement) => {
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && onLoadMore(),
      { rootMargin: AHEAD },
    );
    observer.observe(element);
    return () => observer.disconnect();
  };

  return (
    <div className="pt-3" ref={(element) => (element && waiting ? watch(element) : undefined)}>
      <LoadMore {...props} />
    </div>
  );
}
