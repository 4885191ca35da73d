import { attachment } from '@/lib/codes/picture-name';
import { exportSelection } from '@/lib/exports/service';
import { route } from '@/lib/http/route';

/** A form of `id` fields, so that the browser itself downloads the answer. It changes nothing but the audit log. */
export const POST = route(async ({ request, actor }) => {
  const form = await request.formData();
  const { name, stream } = await exportSelection(actor, form.getAll('id'));
  return new Response(stream, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': attachment(name),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
});
