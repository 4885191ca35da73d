import { NotFoundPage } from '@/components/layout/page/not-found-page';

export default function NotFound() {
  return <NotFoundPage />;
}
