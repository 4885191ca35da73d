import { writeFileSync } from 'node:fs';
import { accessMatrix, matrixFile } from '@/lib/testing/doors/access-table';
import { formatted } from '@/lib/testing/formatted';

// `npm run access-matrix`: prints who gets through which door into docs/, in both languages.
for (const locale of ['en', 'zh-CN'] as const) {
  const file = matrixFile(locale);
  writeFileSync(file, await formatted(file, accessMatrix(locale)));
}
