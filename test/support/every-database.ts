/** Runs a group of tests on each database, with a store opened anew for every test. */
import { afterEach, beforeEach, describe } from 'vitest';
import { openStore, type Store } from '../../src/record/open-store.ts';
import type { TokenFacts } from '../../src/shared/keyring.ts';
import { evolve } from '../../src/ticket/evolve.ts';
import { DATABASES, watched, type TestDatabase } from './databases.ts';

export interface StoreFixture {
  readonly store: Store;
  /** A second store on the same data, as another process has it; closed at the end of the test. */
  another(before?: (sql: string) => void): Promise<Store>;
}

/** Reading needs no secret here: the Message-ID of a letter shows whom it went to. */
export const plainMessageId = (facts: TokenFacts): string => `${facts.key}-${facts.person}@loket.example`;

const STARTING_POSTGRES_MS = 120_000;

export function onEveryDatabase(subject: string, tests: (fixture: StoreFixture) => void): void {
  describe.each(DATABASES)(`${subject} on $name`, ({ make }) => {
    let database: TestDatabase;
    let stores: Store[] = [];

    const another = async (before: (sql: string) => void = () => undefined): Promise<Store> => {
      const dialect = watched(database.dialect(), before);
      const store = await openStore({ database: dialect, evolve: evolve, messageIdOf: plainMessageId });
      stores.push(store);
      return store;
    };

    beforeEach(async () => {
      database = await make();
      await another();
    }, STARTING_POSTGRES_MS);
    afterEach(async () => {
      for (const store of stores) await store.close();
      stores = [];
      await database.remove();
    });

    tests({
      get store() {
        const [first] = stores;
        if (!first) throw new Error('the store is open during tests only');
        return first;
      },
      another,
    });
  });
}
