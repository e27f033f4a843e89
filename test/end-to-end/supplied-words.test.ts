/** What a requester supplies in words reaches whoever decides and whoever works, and is asked for no more; no answer of his meets silence. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const LUKMAN = 'lukman.sardi';
const MUTIA = 'mutia.zahra';

async function asks(who: string, text: string, cc: readonly string[] = []): Promise<string> {
  const { decision } = await desk.writes(who, { subject: 'Permintaan', text, cc });
  return decision.tickets[0]?.number ?? '';
}
const supplies = (who: string, text: string, cc: readonly string[] = []): Promise<Outcome> =>
  desk.answers(who, desk.last('requester.incomplete'), text, { cc });
const lines = (template: Parameters<Desk['last']>[0], to?: string): string => desk.last(template, to).mail.text;

describe('what the requester adds to the superior in Cc', () => {
  it.each([
    'Untuk aplikasi MONITA di server 10.20.30.40, Bu Dewi saya cc.',
    'Ibu Dewi sudah saya tembuskan. Yang dimaksud aplikasi MONITA, alamat servernya 10.20.30.40.',
  ])('stands in the letter that asks for the approval: “%s”', async (text) => {
    await asks(LUKMAN, 'Mohon hosting IaaS kami diaktifkan kembali.');

    const { told } = await supplies(LUKMAN, text, ['dewi.anjarwati']);

    expect(told).toEqual(['requester.received → lukman.sardi', 'approver.please-approve → dewi.anjarwati']);
    const letter = lines('approver.please-approve');
    expect(letter).toContain('Aplikasi: MONITA');
    expect(letter).toContain('10.20.30.40');
    expect(letter).toContain('Mohon hosting IaaS kami diaktifkan kembali.');
    expect(lines('requester.received')).not.toContain('Nama aplikasi');
  });

  it.each([
    'Yang dipasang Tableau, di laptop Asus NUP 12, sesudah jam 3 sore. Pak Joyo saya tembuskan.',
    'Aplikasinya Tableau Desktop; laptopnya Asus dengan NUP 12. Atasan saya sudah di Cc.',
  ])('stands in the task of the team and in the notice to the superior: “%s”', async (text) => {
    await asks(MUTIA, 'Mohon bantuan instalasi perangkat lunak di laptop kantor saya.');

    await supplies(MUTIA, text, ['joyo.handoko']);

    for (const template of ['team.assigned', 'superior.for-information'] as const) {
      expect(lines(template)).toContain('Tableau');
      expect(lines(template)).toContain('NUP 12');
    }
    expect(lines('requester.progress')).not.toContain('Perangkat lunak yang diperlukan');
  });

  it('counts for the approver as he saw it: his yes to it lets the work begin', async () => {
    const number = await asks(LUKMAN, 'Mohon hosting IaaS kami diaktifkan kembali.');
    await supplies(LUKMAN, 'Untuk aplikasi MONITA, Bu Dewi saya cc.', ['dewi.anjarwati']);

    await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), 'Setuju.');

    expect((await desk.ticket(number)).state.status).toBe('assigned');
    expect(lines('team.assigned')).toContain('Aplikasi: MONITA');
  });

  it('names nobody for whom it is when it only says who is in Cc', async () => {
    await asks(LUKMAN, 'Mohon hosting IaaS kami diaktifkan kembali.');

    await supplies(LUKMAN, 'Bu Dewi Anjarwati saya tembuskan, untuk aplikasi MONITA.', ['dewi.anjarwati']);

    expect(lines('approver.please-approve')).not.toContain('Untuk: ');
  });

  it('leaves the name to the words where it is another than before', async () => {
    await asks(LUKMAN, 'Mohon hosting IaaS aplikasi SIRENA kami diaktifkan kembali.');

    await supplies(LUKMAN, 'Maaf, bukan itu, yang benar aplikasi MONITA. Bu Dewi saya cc.', ['dewi.anjarwati']);

    const letter = lines('approver.please-approve');
    expect(letter).not.toContain('Aplikasi: SIRENA');
    expect(letter).toContain('yang benar aplikasi MONITA');
  });
});

describe('what he adds while the team works', () => {
  it('goes to the next team, too', async () => {
    const number = await asks(MUTIA, 'Mohon sandi email kedinasan saya direset, saya lupa.', ['joyo.handoko']);
    await desk.answers(
      MUTIA,
      desk.last('requester.received'),
      'Akunnya yang berakhiran .bendahara, lewat aplikasi SAKTI.',
    );
    expect(lines('team.message')).toContain('berakhiran .bendahara');

    await desk.answers('rft-akun', desk.last('team.assigned'), 'alihkan: jaringan');

    expect((await desk.ticket(number)).state.team).toBe('RFT-JARINGAN');
    expect(lines('team.assigned', 'rft-jaringan')).toContain('berakhiran .bendahara');
    expect(lines('team.assigned', 'rft-jaringan')).toContain('Aplikasi: SAKTI');
  });
});

describe('an answer in which nothing is known to be what was asked for', () => {
  it.each([
    'Atasan saya Pak Joyo Handoko, Kasubbag di bagian kami.',
    'Maksudnya lewat aplikasi yang biasa itu, Mas.',
    'Kepala subbagian kami sudah saya beri tahu secara lisan.',
  ])('is read by the desk, and he hears what is still awaited and how: “%s”', async (text) => {
    const number = await asks(MUTIA, 'Mohon sandi email kedinasan saya direset, saya lupa.');

    const { told } = await supplies(MUTIA, text);

    expect(told).toEqual(['requester.incomplete → mutia.zahra', 'desk.reply-unclear → meja-layanan']);
    expect(lines('requester.incomplete')).toContain('balas email ini dan tambahkan beliau pada Cc');
    expect(lines('requester.incomplete')).toContain('joyo.handoko@kemenkeu.example');
    expect((await desk.ticket(number)).state.status).toBe('incomplete');
  });

  it('is kept with the ticket for whoever gets it', async () => {
    await asks(MUTIA, 'Mohon sandi email kedinasan saya direset, saya lupa.');
    await supplies(MUTIA, 'Maksudnya lewat aplikasi yang biasa itu, Mas.');

    await supplies(MUTIA, 'Pak Joyo saya cc.', ['joyo.handoko']);

    expect(lines('team.assigned')).toContain('Maksudnya lewat aplikasi yang biasa itu, Mas.');
  });
});
