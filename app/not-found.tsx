import { NotFoundPage } from '@/components/layout/page/not-found-page';

export default function NotFound() {
  return (
    <main id="main">
      <NotFoundPage />
    </main>
  );
}
