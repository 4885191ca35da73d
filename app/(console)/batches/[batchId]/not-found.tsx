import { NotFoundPage } from '@/components/layout/page/not-found-page';

export default function BatchNotFound() {
  return <NotFoundPage thing="batch" />;
}
