import { renameSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** One file with all that the command needs but Node. Two that run at once do not see half of it. */
export async function bundle() {
  const own = here(`dist/suncode.${process.pid}.js`);
  await build({
    ...{ entryPoints: [here('src/suncode.ts')], outfile: own, logLevel: 'error' },
    ...{ bundle: true, platform: 'node', target: 'node20.19', format: 'esm' },
    // Packages in CommonJS ask for Node's modules by `require`.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  renameSync(own, here('dist/suncode.js'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle();
