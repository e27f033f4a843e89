/** A team reads for whom it is to work: whoever writes for another is the one who asks, not the one whose account it is. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

async function toTeam(who: string, text: string, cc: readonly string[], subject = 'mohon bantuan'): Promise<string> {
  await desk.writes(who, { subject, text, cc: [...cc] });
  return desk.last('team.assigned').mail.text;
}

describe('somebody writes for another', () => {
  it.each([
    ['Pak Harun (Kepala Pusat) lupa kata sandi surelnya. Mohon direset.', 'Pak Harun'],
    [
      'Selamat siang, email Ibu Yuniar Sasmito tidak bisa dibuka karena passwordnya terlupa. Mohon direset.',
      'Yuniar Sasmito',
    ],
    [
      'Mohon reset password, karena Bapak Damar Prakoso, Kepala Seksi, lupa password emailnya sejak cuti.',
      'Damar Prakoso',
    ],
    ['Rekan kami Ni Wayan Astiti lupa password email, mohon dibantu reset.', 'Ni Wayan Astiti'],
    ['Atas nama Kepala Pusat (Bapak Harun Alamsyah), mohon kata sandi surel beliau diatur ulang.', 'Harun Alamsyah'],
  ])('“%s” is for %s', async (text, name) => {
    const letter = await toTeam('galuh.pramesti', text, ['yuniar.sasmito']);
    expect(letter).toContain(`Untuk: ${name}\n`);
    expect(letter.replace(/\s+/g, ' ')).toContain(`untuk ${name}, diminta Ibu Galuh Pramesti.`);
  });

  it('names without a form of address are persons where the directory knows them', async () => {
    const known = await toTeam('budi.santosa', 'Mohon reset password akun email untuk Nadhifa Rahmah.', [
      'wening.asmara',
    ]);
    expect(known).toContain('Untuk: Nadhifa Rahmah\n');
    const other = await toTeam('budi.santosa', 'Mohon reset password akun email untuk Portal Internal.', [
      'wening.asmara',
    ]);
    expect(other).not.toContain('Untuk:');
  });
});

describe('nobody else is plainly meant', () => {
  it.each([
    'Mohon sandi email saya direset karena lupa.',
    'Selamat siang Pak Dedi, saya lupa sandi email, mohon direset.',
    'Ibu Yuniar lupa sandi email. Sandi email saya juga lupa, mohon direset.',
    'Ibu Yuniar sedang rapat. Mohon sandi email saya direset, saya lupa.',
    'Pagi Bu Rina lupa sandi email nih saya, mohon direset.',
    'Mohon reset sandi email. Bapak Kepala Kantor minta kata sandi beliau diganti karena lupa.',
  ])('“%s” names nobody else', async (text) => {
    const letter = await toTeam('galuh.pramesti', text, ['yuniar.sasmito']);
    expect(letter).not.toContain('Untuk:');
    expect(letter.replace(/\s+/g, ' ')).toContain('reset password email, diminta Ibu Galuh Pramesti.');
  });
});
