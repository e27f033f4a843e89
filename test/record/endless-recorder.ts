/** Records one mail after the other and says on standard output how many are promised, until it is killed. */
import { openStore } from '../../src/record/open-store.ts';
import { anArrival, factsOf, opening } from './builders.ts';
import { evolve } from '../../src/ticket/evolve.ts';

const store = await openStore({ database: `sqlite:${process.argv[2]}`, evolve });
for (let uid = 1; ; uid += 1) {
  await store.ledger.list([anArrival(uid)], 'kept');
  await store.recorder.record(opening(uid), factsOf(uid));
  process.stdout.write(`${uid}\n`);
  await new Promise((resolve) => setImmediate(resolve));
}
