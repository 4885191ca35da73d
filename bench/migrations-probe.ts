import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

// Somebody who goes on working while the tables change: reads a code and makes one, again and again. A process of its own, started
// with `fork` and the address of the database, so that nothing but the database makes it wait. Asked, it says the longest wait so far.
const PACE_MS = 5;
const client = new pg.Client({ connectionString: process.argv[2] });
await client.connect();

let longestMs = 0;
let began = performance.now();
process.on('message', () => {
  // What waits at this moment counts too.
  process.send?.(Math.max(longestMs, performance.now() - began));
  longestMs = 0;
});
process.on('disconnect', () => process.exit(0));

const MAKE = `
  INSERT INTO "Code" ("id", "miniProgramId", "endpoint", "name", "width", "fingerprint", "status", "updatedAt")
  VALUES ($1, 'app-1', 'getwxacodeunlimit', 'probe', 430, $1, 'READY', now())`;

for (let turn = 0; ; turn += 1) {
  began = performance.now();
  await client.query('SELECT * FROM "Code" WHERE "id" = $1', [`code-${(turn % 1000) + 1}`]);
  await client.query(MAKE, [`probe-${process.pid}-${turn}`]);
  longestMs = Math.max(longestMs, performance.now() - began);
  await pause(PACE_MS);
  began = performance.now();
}
