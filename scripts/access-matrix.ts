import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { accessMatrix, matrixFile } from '@/lib/testing/doors/access-table';

// `npm run access-matrix`: prints who gets through which door into docs/, in both languages.
for (const locale of ['en', 'zh-CN'] as const) {
  const file = matrixFile(locale);
  const config = await resolveConfig(file);
  writeFileSync(file, await format(accessMatrix(locale), { ...config, filepath: file }));
}
