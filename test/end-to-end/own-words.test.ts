/** A mail within a ticket's thread bears our subject; what it asks for, its own words say. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const RESET = {
  subject: 'lupa password email',
  text: 'Mohon bantuannya untuk reset password email saya, lupa setelah cuti.',
  cc: ['joyo.handoko'],
};

it('a second wish is read by its own words', async () => {
  await desk.writes('mutia.zahra', RESET);
  const second = await desk.answers(
    'mutia.zahra',
    desk.last('requester.received'),
    'Sekalian mohon pemasangan aplikasi Tableau di laptop saya.',
    { cc: ['joyo.handoko'] },
  );
  const opened = second.decision.tickets.find(({ expectedVersion }) => expectedVersion === 0);
  expect((await desk.ticket(opened?.number ?? '')).state.service).toBe('ITSM.10');
});

it('a complaint is called by its own words', async () => {
  await desk.writes('mutia.zahra', RESET);
  const complaint = await desk.answers(
    'mutia.zahra',
    desk.last('requester.received'),
    'Saya sangat kecewa, sudah dua kali menulis dan tidak ada yang menanggapi. Pelayanan lambat sekali.',
  );
  const subjects = complaint.letters.map(({ mail }) => mail.subject);
  expect(subjects).toHaveLength(2);
  for (const subject of subjects) expect(subject).not.toContain('SR-261123-0001-6');
});

it('a yes by somebody who has no part in the ticket asks for nothing', async () => {
  const hosting = await desk.writes('lukman.sardi', {
    subject: 'Pengaktifan kembali hosting IaaS SIMANTAP',
    text: 'Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi SIMANTAP yang dinonaktifkan bulan lalu.',
    cc: ['dewi.anjarwati'],
  });
  const yes = await desk.writes('harun.alamsyah', {
    subject: `Re: ${hosting.letters[0]?.mail.subject ?? ''}`,
    text: 'Setuju.',
  });
  expect(yes.told.filter((line) => line.startsWith('team.'))).toEqual([]);
});

it('a question about the state of the ticket in the subject is answered with that ticket alone', async () => {
  const reset = await desk.writes('mutia.zahra', RESET);
  await desk.writes('mutia.zahra', { subject: 'internet mati', text: 'Internet di ruangan kami mati sejak pagi.' });
  const asked = await desk.writes('mutia.zahra', {
    subject: `Re: ${reset.letters[0]?.mail.subject ?? ''}`,
    text: 'Bagaimana perkembangannya?',
  });
  expect(asked.told).toEqual(['requester.status → mutia.zahra']);
  expect(asked.letters[0]?.mail.text.match(/(?:SR|INC)-261123/g)).toHaveLength(1);
});
