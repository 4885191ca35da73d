// Who may import whom, type-only imports included. What is wrong within a file, oxlint says (.oxlintrc.json).

const TESTS = ['\\.(test|fixture)\\.tsx?$', '^lib/testing/'];
const SHARED = 'ui|data|layout';

/**
 * A direction: files under `from` import nothing under `to` but what `except` matches.
 * @param {string} comment @param {{ from: string, notFrom?: string[], to: string, except?: string }} between
 */
const forbid = (comment, { from, notFrom = [], to, except }) => ({
  name: `${from} → ${to}`,
  comment,
  severity: 'error',
  from: { path: from, pathNot: [...TESTS, ...notFrom] },
  to: { path: to, ...(except && { pathNot: except }) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A type lives with the thing that it describes; what two files need lies below both.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    // One direction: app → components → lib.
    forbid('components show what app gives them', { from: '^components/', to: '^app/' }),
    forbid('lib knows no door', { from: '^lib/', to: '^app/' }),
    forbid('lib decides, components show', { from: '^lib/', to: '^components/' }),
    // Within components, features do not know each other.
    forbid('primitives know nothing of the product', { from: '^components/ui/', to: '^lib/' }),
    forbid('primitives know nothing of the product', {
      from: '^components/ui/',
      to: '^components/',
      except: '^components/ui/',
    }),
    forbid('shared components know no feature', {
      from: '^components/data/',
      to: '^components/',
      except: '^components/(data|ui)/',
    }),
    forbid('the frame knows no feature', {
      from: '^components/layout/',
      to: '^components/',
      except: `^components/(${SHARED})/`,
    }),
    forbid('features do not know each other', {
      from: '^components/([^/]+)/',
      notFrom: [`^components/(${SHARED}|batches)/`],
      to: '^components/',
      except: `^components/(${SHARED}|$1)/`,
    }),
    // A batch is set up with the same controls as a single code, and its codes are shown in the same words.
    forbid('features do not know each other', {
      from: '^components/batches/',
      to: '^components/',
      except: `^components/(${SHARED}|batches|codes)/`,
    }),
    // Within lib, the rooms that speak to the outside world know no database and no feature.
    forbid('the WeChat client knows no feature', {
      from: '^lib/wechat/',
      to: '^lib/',
      except: '^lib/wechat/',
    }),
    forbid('the sandbox knows no feature', {
      from: '^lib/sandbox/',
      to: '^lib/',
      except: '^lib/sandbox/',
    }),
    forbid('storage knows no feature', {
      from: '^lib/storage/',
      to: '^lib/',
      except: '^lib/(storage/|metrics/|env\\.ts$)',
    }),
  ],
  options: {
    includeOnly: '^(app|components|lib)/',
    exclude: '^lib/db/generated/',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
