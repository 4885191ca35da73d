/** Where tracing begins. Beside the programs: what they load by a path that is only put together while they run. */
export const IMAGE_ENTRIES = [
  ...['start', 'worker', 'admin', 'backup', 'restore', 'before'].map((name) => `scripts/${name}.ts`),
  'scripts/server-only.ts',
  'prisma/seed.ts',
  'next.config.js',
  'node_modules/tsx/dist/cli.mjs',
];

/** Threads, which `lib/thread.ts` starts through tsx as CommonJS: many packages have other files for that. */
export const IMAGE_THREADS = ['lib/batches/table/read-thread.ts', 'lib/print/vector/vector-thread.ts'];

/** Files and folders that are read at run time by the names in here, by whom. `lib/testing/image.test.ts` finds the next one. */
export const READ_BY_PATH: Record<string, string[]> = {
  'lib/db/migrate/migrate.ts': [
    'prisma/schema.prisma',
    'prisma/migrations',
    // Its own start is resolved for the folder that it lies in.
    'node_modules/@prisma/schema-engine-wasm/schema_engine.js',
    'node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm',
  ],
  'lib/db/migrate/migration-names.ts': ['prisma/migrations'],
  'lib/print/pdf/document.ts': [
    'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    'node_modules/@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  ],
  'lib/print/vector/read-squares.ts': ['node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'],
  'lib/thread.ts': ['scripts/tsconfig.json'],
  'lib/users/place.ts': [
    'node_modules/@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb',
  ],
};

/** What Node, tsx and Next look for; the last two when Next reads `next.config.js`, whatever for. */
export const ALWAYS = [
  ...['package.json', 'tsconfig.json', 'scripts/tsconfig.json', 'public', 'LICENSE'],
  'node_modules/tsx/dist',
  'node_modules/next/dist/compiled/webpack',
  'node_modules/next/dist/compiled/@babel/runtime/package.json',
];

/** Of the build: what only the next build and people who look for faults read. */
export const BUILD_LEFT_OUT =
  /\.map$|\.nft\.json$|^\.next\/(?:cache|diagnostics|types|build|trace|trace-build)(?:\/|$)/;

/**
 * Traced and never run: Next requires its development server and its bundlers in branches that production does not enter.
 * The first four are left out by Next's own tracing too (`next/dist/build/collect-build-traces.js`).
 */
export const NEVER_RUN = new RegExp(
  [
    String.raw`\.(?:map|md|d\.[cm]?ts)$`,
    String.raw`^node_modules/next/dist/compiled/next-server/.*\.dev\.js`,
    '^node_modules/next/dist/pages/',
    '^node_modules/next/dist/compiled/babel',
    '^node_modules/next-intl/dist/[^/]+/(?:development|plugin)',
    '^node_modules/(?:@swc/core|babel-plugin-react-compiler|typescript|@expo-google-fonts)',
  ].join('|'),
);
