/**
 * Records one mail after the other and says on standard output how many are promised, until it is killed or has recorded as many as it
 * was told: endless-recorder.ts FILE [MAILS]
 */
import { writeSync } from 'node:fs';
import { openStore } from '../../src/record/open-store.ts';
import { anArrival, factsOf, opening } from './builders.ts';
import { evolve } from '../../src/ticket/evolve.ts';

const [, , file, mails = 'Infinity'] = process.argv;
const store = await openStore({ database: `sqlite:${file}`, evolve });
for (let uid = 1; uid <= Number(mails); uid += 1) {
  await store.ledger.list([anArrival(uid)], 'kept');
  await store.recorder.record(opening(uid), factsOf(uid));
  writeSync(1, `${uid}\n`);
  await new Promise((resolve) => setImmediate(resolve));
}
