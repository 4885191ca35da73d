// The lint step's second half: no circle of imports, type-only ones included, which ESLint's rule does not see. The directions
// between rooms are in eslint.config.js.

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
  ],
  options: {
    includeOnly: '^(app|components|lib)/',
    exclude: '^lib/db/generated/',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
