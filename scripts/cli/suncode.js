#!/usr/bin/env node
import { existsSync } from 'node:fs';

// In the repository the program is bundled from its source each time, in a moment, so that it is never an old one. The package
// that `npm pack` makes has the bundle and no source.
if (existsSync(new URL('src', import.meta.url))) {
  const { bundle } = await import('./build.js');
  await bundle();
}
await import('./dist/suncode.js');
