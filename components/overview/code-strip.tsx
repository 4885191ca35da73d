import { CircleAlert, LoaderCircle } from 'lucide-react';
import Link from 'next/link';
import { pictureGround } from '@/components/data/picture-ground';
import { PlainImage } from '@/components/ui/plain-image';
import { RelativeTime } from '@/components/ui/relative-time';
import type { CodeListItem } from '@/lib/codes/find/queries';

/** A few codes in a row: picture, name, when. */
export function CodeStrip({ codes }: { codes: CodeListItem[] }) {
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
      {codes.map((code) => (
        <li key={code.id} className="min-w-0">
          <Link
            href={`/codes/${code.id}`}
            className="flex flex-col gap-2 rounded-lg border border-border p-2 focus-ring transition-colors hover:border-input"
          >
            <Thumbnail code={code} />
            <span className="truncate text-[0.8125rem] leading-5 font-medium">{code.name}</span>
            <RelativeTime value={code.createdAt} className="truncate text-xs text-muted-foreground" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Thumbnail({ code }: { code: CodeListItem }) {
  if (code.status === 'READY')
    return (
      <span className={`block overflow-hidden rounded-md ${pictureGround(code.isHyaline)}`}>
        <PlainImage
          src={`/api/codes/${code.id}/image?v=${code.imageSha256}&w=320`}
          alt=""
          loading="lazy"
          className="aspect-square w-full object-contain"
        />
      </span>
    );
  const Icon = code.status === 'FAILED' ? CircleAlert : LoaderCircle;
  const tone =
    code.status === 'FAILED' ? 'bg-danger-subtle text-danger-text' : 'bg-muted text-muted-foreground';
  return (
    <span className={`flex aspect-square items-center justify-center rounded-md ${tone}`}>
      <Icon aria-hidden className="size-6" />
    </span>
  );
}
