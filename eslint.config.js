import { existsSync, readdirSync } from 'node:fs';
import nextVitals from 'eslint-config-next/core-web-vitals';
import nextTypescript from 'eslint-config-next/typescript';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';

const CODE = ['**/*.ts', '**/*.tsx'];
const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/*.fixture.ts', 'lib/testing/**', 'e2e/**'];
const TOOLS = ['scripts/**', 'bench/**', 'prisma/**', '*.config.{ts,js}'];

const foldersOf = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];

const SHARED_COMPONENTS = ['ui', 'data', 'layout'];
/** A batch is set up with the same controls as a single code, and its codes are shown in the same words. */
const BUILDS_ON = { batches: ['codes'] };
const FEATURE_COMPONENTS = foldersOf('components').filter((name) => !SHARED_COMPONENTS.includes(name));

/** `target` may import nothing of `from` but what `except` (relative to `from`) names. */
const zone = (target, from, { except = [], message }) => ({ target, from, except, message });

// One direction: app → components → lib. Within components, features do not know each other; within lib, the rooms that
// speak to the outside world know no database and no feature.
const ZONES = [
  zone('./components', './app', { message: 'components show what app gives them' }),
  zone('./lib', './app', { message: 'lib knows no door' }),
  zone('./lib', './components', { message: 'lib decides, components show' }),
  zone('./components/ui', './components', {
    except: ['./ui'],
    message: 'primitives know nothing of the product',
  }),
  zone('./components/ui', './lib', { message: 'primitives know nothing of the product' }),
  zone('./components/data', './components', {
    except: ['./data', './ui'],
    message: 'shared components know no feature',
  }),
  zone('./components/layout', './components', {
    except: ['./layout', './data', './ui'],
    message: 'the frame knows no feature',
  }),
  ...FEATURE_COMPONENTS.map((name) =>
    zone(`./components/${name}`, './components', {
      except: [name, ...SHARED_COMPONENTS, ...(BUILDS_ON[name] ?? [])].map((room) => `./${room}`),
      message: 'features do not know each other',
    }),
  ),
  zone('./lib/wechat', './lib', { except: ['./wechat'], message: 'the WeChat client knows no feature' }),
  zone('./lib/sandbox', './lib', { except: ['./sandbox'], message: 'the sandbox knows no feature' }),
  zone('./lib/storage', './lib', {
    except: ['./storage', './metrics', './env.ts'],
    message: 'storage knows no feature',
  }),
];

// NODE_ENV and NEXT_RUNTIME are constants that Next's compiler replaces.
const ENVIRONMENT = "[object.name='process'][property.name='env']";
const NO_ENVIRONMENT = [
  `MemberExpression[property.name!=/^(NODE_ENV|NEXT_RUNTIME)$/] > MemberExpression.object${ENVIRONMENT}`,
  `:not(MemberExpression) > MemberExpression${ENVIRONMENT}`,
].map((selector) => ({ selector, message: 'Only lib/env.ts reads the environment.' }));

// Packages that no page needs before somebody does something.
const LATE_ONLY = [
  { name: 'sonner', message: 'components/ui/overlay/toast.ts fetches it with the first notice.' },
];

const TEST_SYNTAX = [
  {
    selector:
      'MemberExpression[object.name=/^(test|it|describe)$/][property.name=/^(only|skip|todo|fixme|fails)$/]',
    message: 'Every test runs.',
  },
  {
    selector: 'CallExpression[callee.name=/^(test|it)$/] > Literal:first-child[value=/\\bshould\\b/]',
    message: 'A test says what happens: present tense, no "should".',
  },
  {
    selector: "CallExpression[callee.property.name='waitForTimeout']",
    message: 'Wait for what you need, not for time.',
  },
];

/** With options it is meant: such as a page without scripts, that nobody waits for. */
const BARE_LOAD = {
  selector: 'CallExpression[callee.property.name=/^(goto|reload)$/][arguments.length<2]',
  message: 'Use visit and reload of e2e/fixtures: what is pressed before React has the page is lost.',
};

const kebabCase = {
  meta: { type: 'suggestion', schema: [], messages: { name: 'File names are kebab-case.' } },
  create: (context) => ({
    Program(node) {
      const file = context.filename.split(/[\\/]/).at(-1);
      if (!/^[a-z0-9]+(?:[-.][a-z0-9]+)*\.[a-z]+$/.test(file)) context.report({ node, messageId: 'name' });
    },
  }),
};

const maxLines = (max) => ['error', { max }];

// React's rules run its compiler on every file; where there is no component that is half a minute for nothing.
const NO_REACT = Object.fromEntries(
  Object.keys(nextVitals.find(({ name }) => name === 'next').rules)
    .filter((rule) => rule.startsWith('react'))
    .map((rule) => [rule, 'off']),
);

/** @type {import('eslint').Linter.Config[]} */
const config = [
  {
    ignores: [
      '.next*/**',
      'lib/db/generated/**',
      'next-env.d.ts',
      'data/**',
      'test-results/**',
      'coverage/**',
      'scripts/cli/dist/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...nextVitals,
  ...nextTypescript,
  {
    files: CODE,
    plugins: { 'import-x': importX, suncode: { rules: { 'kebab-case': kebabCase } } },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'max-lines': maxLines(250),
      'max-lines-per-function': ['error', { max: 60 }],
      complexity: ['error', 10],
      'max-depth': ['error', 3],
      'max-params': ['error', 3],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...NO_ENVIRONMENT],
      'no-restricted-imports': [
        'error',
        {
          paths: LATE_ONLY,
          patterns: [{ group: ['../../*'], message: 'Another room is imported through @/.' }],
        },
      ],
      'suncode/kebab-case': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      'import-x/no-default-export': 'error',
    },
  },
  {
    files: CODE,
    ignores: TESTS,
    rules: { 'import-x/no-restricted-paths': ['error', { zones: ZONES }] },
  },
  { files: ['**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 120 }] } },
  {
    files: ['app/**/{page,layout,route}.{ts,tsx}', 'lib/**/actions.ts'],
    rules: { 'max-lines': maxLines(80) },
  },
  { files: ['**/*.d.ts'], rules: { '@typescript-eslint/consistent-type-definitions': 'off' } },
  {
    // Next, vitest and Playwright load these by their default export.
    files: [
      'app/**',
      'proxy.ts',
      '*.config.ts',
      'lib/i18n/request.ts',
      'lib/testing/database-server.ts',
      '**/*.d.ts',
    ],
    rules: { 'import-x/no-default-export': 'off' },
  },
  // Written by `npm run api-client`.
  {
    files: ['clients/typescript/api.ts'],
    rules: { 'max-lines': 'off', '@typescript-eslint/consistent-type-definitions': 'off' },
  },
  { files: ['lib/env.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['components/ui/overlay/toast.ts', 'components/ui/overlay/toaster.tsx'],
    rules: { 'no-restricted-imports': 'off' },
  },
  { files: TOOLS, rules: { 'no-console': 'off', 'no-restricted-syntax': 'off' } },
  {
    files: TESTS,
    rules: {
      'max-lines': maxLines(400),
      'max-lines-per-function': 'off',
      'no-console': 'off',
      'no-restricted-syntax': ['error', ...TEST_SYNTAX, BARE_LOAD],
    },
  },
  { files: ['e2e/fixtures.ts'], rules: { 'no-restricted-syntax': ['error', ...TEST_SYNTAX] } },
  { files: ['*.js'], rules: { 'import/no-anonymous-default-export': 'off' } },
  { files: ['lib/**', 'e2e/**', ...TOOLS], rules: NO_REACT },
];

export default config;
