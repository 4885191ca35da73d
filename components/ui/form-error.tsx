import { Alert } from './alert';

/** What is wrong with a form but belongs to no field: `errors.root` of react-hook-form. */
export function FormError({ error }: { error: { message?: string | undefined } | undefined }) {
  if (!error) return null;
  return (
    <Alert tone="danger" role="alert">
      {error.message}
    </Alert>
  );
}
