import { ensureBuild } from './build';

// For the image: `npm start` finds this build and does not make another.
ensureBuild();
