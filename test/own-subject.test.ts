import { expect, test } from 'vitest';
import { ownSubject } from '../src/own-subject.ts';

test.each([
  ['Re: [SR-261123-0001-6] Diterima: reset password email', true, 'Re:'],
  ['Re: [SR-261123-0001-6] Diterima: reset password email', false, 'Re:'],
  ['BLS: RE: [SR-261123-0001-6] Selesai: reset password email', false, 'BLS: RE:'],
  ['Fwd: [SR-261123-0001-6] Selesai: reset password email', false, 'Fwd:'],
  ['[SR-261123-0001-6] Selesai: reset password email', false, ''],
  ['Masih error [SR-261123-0001-6]', false, 'Masih error'],
  ['Re: Keadaan 2 tiket Ibu', true, 'Re:'],
  ['Mohon pemasangan Tableau', true, 'Mohon pemasangan Tableau'],
  ['Re: Mohon pemasangan Tableau', false, 'Re: Mohon pemasangan Tableau'],
  ['[Kanwil DJP] Mohon pemasangan Tableau', false, '[Kanwil DJP] Mohon pemasangan Tableau'],
  ['', true, ''],
])('of "%s" (an answer to us: %s) says "%s"', (subject, answersUs, own) => {
  expect(ownSubject(subject, answersUs)).toBe(own);
});
