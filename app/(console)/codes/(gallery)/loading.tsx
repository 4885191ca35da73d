import { GallerySkeleton } from '@/components/codes/gallery/results/gallery-skeleton';

export default function Loading() {
  return <GallerySkeleton />;
}
