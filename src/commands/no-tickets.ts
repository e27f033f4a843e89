/** A store without tickets: each explained mail stands alone. */
import type { Tickets } from '../record/store.ts';

export const noTickets: Tickets = {
  find: () => Promise.resolve(null),
  events: () => Promise.resolve([]),
  byMessageIds: () => Promise.resolve([]),
  letter: () => Promise.resolve(null),
  awaiting: () => Promise.resolve([]),
  ofRequester: () => Promise.resolve([]),
  openIncidents: async () => [],
  list: () => Promise.resolve([]),
  sameMail: () => Promise.resolve({ identical: null, sameMessageId: null }),
  signedBefore: () => Promise.resolve(null),
  before: () => Promise.resolve({ letters: [], sameText: [], sameSubject: 0 }),
  nextNumber: () => Promise.resolve(1),
};
