import { NotFoundPage } from '@/components/layout/page/not-found-page';

export default function CodeNotFound() {
  return <NotFoundPage thing="code" />;
}
