import { writeFileSync } from 'node:fs';
import { CLIENT_FILE, clientTypes } from '@/lib/api/client-types';
import { formatted } from '@/lib/testing/formatted';

// `npm run api-client`: writes the types of the client from the OpenAPI document.
writeFileSync(CLIENT_FILE, await formatted(CLIENT_FILE, await clientTypes()));
