import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

test('a fault and a request in one flowing text are two tickets and one letter with both numbers', async () => {
  const outcome = await desk.writes('rizki.ananda', {
    subject: 'printer mati dan room Zoom',
    text: 'Internet di ruang arsip mati total sejak subuh dan semua loket berhenti. Selain itu, mohon dibuatkan room Zoom untuk rapat Kamis 3 Desember 2026 pukul 09.00, 100 peserta.\nRizki',
  });

  const numbers = outcome.decision.tickets.map(({ number }) => number);
  expect(numbers).toHaveLength(2);
  const states = await Promise.all(numbers.map(async (number) => (await desk.ticket(number)).state));
  expect(states.map(({ kind, service }) => [kind, service])).toEqual([
    ['incident', 'ITSM.5'],
    ['request', 'ITSM.14'],
  ]);
  expect(states.map(({ eventDate }) => eventDate)).toEqual([null, '2026-12-03']);
  const letters = outcome.told.filter((line) => line.endsWith('→ rizki.ananda'));
  expect(letters).toHaveLength(1);
  const { text } = desk.last('requester.several').mail;
  for (const number of numbers) expect(text).toContain(number);
});
