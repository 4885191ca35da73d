// What tests keep to, for oxlint (.oxlintrc.json), which loads no TypeScript on the Node that we ask for.

/**
 * @param {string} message
 * @param {Record<string, (node: any) => boolean>} found what is looked at, and whether it is a fault
 */
const rule = (message, found) => ({
  create: (context) =>
    Object.fromEntries(
      Object.entries(found).map(([kind, isFault]) => [
        kind,
        (node) => isFault(node) && context.report({ node, message }),
      ]),
    ),
});

/** The name of what is called on something: `goto` of `page.goto()`. */
const methodOf = ({ callee }) => (callee.type === 'MemberExpression' ? callee.property.name : undefined);

const isTextWithShould = (node) => node?.type === 'Literal' && /\bshould\b/.test(String(node.value));

const plugin = {
  meta: { name: 'suncode' },
  rules: {
    'every-test-runs': rule('Every test runs.', {
      MemberExpression: ({ object, property }) =>
        /^(test|it|describe)$/.test(object.name) && /^(only|skip|todo|fixme|fails)$/.test(property.name),
    }),
    'says-what-happens': rule('A test says what happens: present tense, no "should".', {
      CallExpression: ({ callee, arguments: [name] }) =>
        /^(test|it)$/.test(callee.name) && isTextWithShould(name),
    }),
    'no-wait-for-time': rule('Wait for what you need, not for time.', {
      CallExpression: (node) => methodOf(node) === 'waitForTimeout',
    }),
    // With options it is meant: such as a page without scripts, that nobody waits for.
    'page-is-taken': rule(
      'Use visit and reload of e2e/fixtures: what is pressed before React has the page is lost.',
      {
        CallExpression: (node) => /^(goto|reload)$/.test(methodOf(node)) && node.arguments.length < 2,
      },
    ),
  },
};

export default plugin;
