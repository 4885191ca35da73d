import { PHASE_PRODUCTION_SERVER } from 'next/constants.js';

/** @param {import('next').NextConfig} config */
async function withNextIntl(config) {
  const { default: createNextIntlPlugin } = await import('next-intl/plugin');
  return createNextIntlPlugin({
    requestConfig: './lib/i18n/request.ts',
    experimental: {
      // Texts are parsed while building: the parser alone is 9 kB of every page. Tests and scripts parse them as they run.
      messages: { path: './lib/i18n/messages', format: 'json', locales: 'infer', precompile: true },
    },
  })(config);
}

/** @type {import('next').NextConfig} */
const nextConfig = {
  // Set by scripts/build/build.ts; `next build` by itself makes one up.
  generateBuildId: () => process.env.SUNCODE_BUILD_ID ?? null,
  // Compiled code is half as large again: only what says 'use memo' is compiled, which is what a key or a tick draws many rows of.
  reactCompiler: { compilationMode: 'annotation' },
  // The source is public anyway; `npm run bench` names by them what each page's scripts are made of.
  productionBrowserSourceMaps: true,
  typedRoutes: true,
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // `next dev` knows itself as localhost only; opened by the number, its pages would load again and again.
  allowedDevOrigins: ['127.0.0.1'],
  // Arguments of server actions hold passwords and AppSecrets; `next dev` would print them.
  logging: { serverFunctions: false },
  // `npm test` checks types, tests and scripts included; a first `npm start` need not wait for it.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Node reads each map at the start, 166 MB of them, since tsx asks for maps.
    serverSourceMaps: false,
    // A dropped table has up to 20 MB (lib/batches/limits.ts); both doors that it passes cut at less by default.
    ...{ serverActions: { bodySizeLimit: '25mb' }, proxyClientMaxBodySize: '25mb' },
    // Who runs Suncode builds it once; the cache for a second build is half a gigabyte.
    turbopackFileSystemCacheForBuild: false,
  },
  serverExternalPackages: [
    '@aws-sdk/client-s3',
    '@aws-sdk/lib-storage',
    '@e965/xlsx',
    '@electric-sql/pglite',
    'pglite-prisma-adapter',
    '@prisma/adapter-pg',
    '@prisma/client',
    '@prisma/schema-engine-wasm',
    '@node-rs/argon2',
    'flydrive',
    'fontkit',
    'pg',
    'pino',
    'sharp',
    'undici',
  ],
};

/**
 * The plugin tells the bundler what to do, and brings a compiler along for it; a server whose pages are built needs neither.
 * @param {string} phase
 */
const configFor = (phase) => (phase === PHASE_PRODUCTION_SERVER ? nextConfig : withNextIntl(nextConfig));

export default configFor;
