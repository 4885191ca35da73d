import * as tailwind from 'prettier-plugin-tailwindcss';

/** @type {import('prettier').Config} */
export default {
  printWidth: 110,
  singleQuote: true,
  overrides: [
    {
      // Where classes stand. The plugin reads each file a second time for them: an eighth of the work.
      files: ['*.{tsx,css}', 'app/**', 'components/**'],
      options: {
        plugins: [tailwind],
        tailwindStylesheet: './app/globals.css',
        tailwindFunctions: ['cn', 'cva'],
      },
    },
  ],
};
