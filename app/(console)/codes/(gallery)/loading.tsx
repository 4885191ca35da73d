import { GallerySkeleton } from '@/components/codes/gallery/gallery-skeleton';

export default function Loading() {
  return <GallerySkeleton />;
}
