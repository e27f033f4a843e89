import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

test('a fault has no service level and no name of a request, whatever service it is about', async () => {
  const outcome = await desk.writes('rizki.ananda', {
    subject: 'internet mati',
    text: 'Jaringan internet di KPP Pratama Lubuk Sari mati total sejak jam 8 pagi, semua loket tidak bisa melayani. Mohon segera dibantu.\nRizki',
  });

  expect(outcome.told).toEqual(['requester.received → rizki.ananda', 'team.assigned → rft-jaringan']);
  const { state } = await desk.ticket(outcome.decision.tickets[0]?.number ?? '');
  expect(state).toMatchObject({ kind: 'incident', ticketType: 'INC', variant: null });
  expect(desk.last('team.assigned').mail.text).not.toContain('hari kerja');
  expect(desk.last('team.assigned').mail.subject).not.toContain('peningkatan');
});
