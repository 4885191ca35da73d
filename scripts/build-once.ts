import { ensureBuild } from './build/build';

// For the image: `npm start` finds this build and does not make another. `npm test` has generated the client, which its
// linter reads at this time.
ensureBuild({ hasClient: process.argv.includes('--client-is-there') });
