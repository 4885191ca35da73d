import { answerFaults, statusFaults } from './answer-faults.fixture';
import { connectionFaults } from './connection-faults.fixture';
import { refuse } from './fault-server.fixture';
import { given, type Fault, type Pictures } from './fault.fixture';
import { tokenFaults } from './token-faults.fixture';

function final(errcode: number): Fault {
  const expected = { reason: 'refused', errcode, ...given, calls: 1 };
  return [`errcode ${errcode}`, { code: [refuse(errcode)] }, expected];
}

/** Codes that nothing here cures: parameters, permissions, limits, account, and one that nobody knows. */
const FINAL_ERRCODES = [
  40033, 40066, 40097, 40129, 40159, 40169, 40189, 41001, 41030, 43002, 43003, 44002, 45009, 45011, 45029,
  45063, 47001, 48001, 50002, 61004, 61007, 85096, 43104, 987654,
];

/** Every fault that is answered at once, or ends by itself. */
export function quickFaults(pictures: Pictures): Fault[] {
  return [
    ...FINAL_ERRCODES.map(final),
    ...answerFaults(pictures),
    ...statusFaults(),
    ...connectionFaults(pictures),
    ...tokenFaults(pictures),
  ];
}
