import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reply } from '../office.ts';

const STRONG =
  'Setuju|SETUJU|setuju pak|Setuju, silakan diproses|Saya setuju|ok setuju|Disetujui|acc|ACC pak|sdh acc|di-acc|Approved|I agree|yes, approved|Setuju. Terima kasih|setujuu|SETUJU!!!|stuju|Mengetahui dan menyetujui|diizinkan|Dengan ini saya menyetujui permintaan dimaksud.|SETUJU SR-261123-0042-4|Setuju no. SR-261123-0042-4|Permintaan disetujui, silakan dilanjutkan|Siap, setuju|Selamat pagi, saya setuju. Salam, Budi|Setuju utk 4 komputer|Saya selaku atasan langsung menyetujui permohonan tersebut|Assalamualaikum, disetujui, trims|Dear team, approved. Thanks, Oki|Yth Tim Pusintek, permintaan tersebut saya setujui. Demikian, terima kasih.';
const WEAK =
  'ok|Ok pak|oke|sip|👍|silakan diproses|Silakan.|ya|lanjut|monggo mas|mohon diproses|Tidak keberatan|Tidak ada masalah, silahkan dilanjutkan mas';
const NO =
  'tidak setuju|TOLAK|ditolak|Tolak, anggaran tidak ada|tidak disetujui|saya tidak setuju|Mohon maaf tidak dapat kami setujui|jangan diproses|batalkan saja|Reject. Not needed.|I do not approve|gak setuju pak|tdk disetujui krn sudah ada|kami menolak permintaan ini|TOLAK SR-261123-0042-4|No|tidak perlu|Belum dapat kami setujui karena anggaran belum tersedia|setuju untuk ditolak|Tolak. Silakan ajukan ulang setelah lengkap|Sorry, I can’t approve this|Saya setuju dengan masukan Bu Intan bahwa ini belum diperlukan. Jadi permintaan ini tidak perlu dilanjutkan.';
/** Words of approval that are none: negation, condition, postponement, question, another's word, a view, an acknowledgement. */
const NEVER_YES =
  'belum setuju|blm bisa acc|kurang setuju pak|setuju tapi jangan sekarang|setuju jika dokumen lengkap|saya setuju untuk ditunda|tidak tidak setuju|bukan tidak setuju|mengetahui|siap|siap laksanakan|noted|diterima, terima kasih|setuju?|setuju ya?|apakah sudah disetujui?|Pak Budi sudah setuju|Bapak Direktur setuju|sesuai arahan Bapak, disetujui|Mohon persetujuannya Pak|mohon disetujui|tolong di acc ya pak|akan saya setujui besok|nanti saya acc|setuju dengan catatan backup dulu|setuju asal lengkap|setuju untuk yang akun, hosting ditunda|hanya setuju 1 akun|setuju untuk 3 orang saja|setuju sebagian|disetujui 2 dari 5|saya setuju dengan pendapat Bu Intan|jangan disetujui|bukan saya yang menyetujui|Ok, nanti saya lihat|ok tapi tunggu dulu|baik, saya pelajari dulu|Saya tidak pernah menyetujui ini|setuju... eh tidak jadi|belum dapat disetujui|stuju tp nnt|approved if budget available|approve only for 2 accounts|cannot approve|please approve|waiting for approval|approved, subject to review|saya sudah pensiun, setuju|setuju setelah saya cek|disetujui oleh Kabag|Untuk disetujui Pak Kabid|sebelum setuju saya mau tanya dulu|Setuju.\n\nTapi tolong jangan dikerjakan dulu|SETUJU\nCatatan: hanya untuk development|Setuju\nDENGAN CATATAN|Setuju SR-261123-0042-4, SR-261123-0043-1|ok untuk satu akun saja|silakan ke Pak Budi|👎|setuju 👎|setuju, selama tdk mengganggu|staf saya setuju|saya hampir setuju|saya belum setuju|setuju utk dikembalikan|Setuju dibahas di rapat|sepertinya setuju|Untuk yang 0034 saya setuju. Yang 0037 tidak usah|SETUJU (lihat catatan saya di bawah)\nCatatan: pastikan anonim';
const ABSENCE =
  'Terima kasih atas email Bapak/Ibu. Saat ini saya sedang dinas luar dan tidak dapat membalas segera. Setuju/persetujuan dapat disampaikan melalui Plh.';

describe('an approver’s answer', () => {
  it.each(STRONG.split('|'))('takes “%s” for a plain yes', (text) => {
    expect(reply('approver', text)).toMatchObject({ intent: 'approve', strength: 'strong' });
  });

  it.each(WEAK.split('|'))('takes “%s” for a weak yes when it is all that is said', (text) => {
    expect(reply('approver', text)).toMatchObject({ intent: 'approve', strength: 'weak' });
  });

  it.each(NO.split('|'))('takes “%s” for a no', (text) => {
    expect(reply('approver', text).intent).toBe('reject');
  });

  it.each(NEVER_YES.split('|'))('never takes “%s” for a yes', (text) => {
    expect(reply('approver', text).intent).not.toBe('approve');
  });

  it('never takes a notice of absence for a yes', () => {
    expect(reply('approver', ABSENCE).intent).not.toBe('approve');
  });

  it.each([
    'ACC ya, silakan dibantu biar besok bisa kerja lagi',
    'Saya setuju. Ybs sudah tunggu dari kemarin.',
    'You have my approval. Kindly let her know once it is ready.',
  ])('counts a yes beside what it is good for: %s', (text) => {
    expect(reply('approver', text).intent).toBe('approve');
  });

  it.each([
    'Setuju, biar besok saja',
    'Setuju, tunggu sampai besok',
    'Approved once it is ready',
    'Setuju supaya besok bisa dibahas dulu',
    'Setuju, tunggu dari pusat',
  ])('asks back where a day or a wait binds it: %s', (text) => {
    expect(reply('approver', text).intent).not.toBe('approve');
  });

  it('asks back where a weak yes is not all that is said', () => {
    expect(reply('approver', 'Ok, Winona saja yang dibuatkan').intent).toBe('unclear');
  });

  it('knows who says that he is not the one to ask', () => {
    expect(reply('approver', 'Mohon maaf, bukan staf saya').intent).toBe('not-me');
    expect(reply('approver', 'Saya bukan atasannya').intent).toBe('not-me');
  });

  it('keeps an objection apart from a refusal', () => {
    expect(reply('approver', 'Saya keberatan dengan hal ini').intent).toBe('object');
  });

  it('keeps the reason of a refusal', () => {
    expect(reply('approver', 'Ditolak, anggaran belum ada.').note).toBe('Ditolak, anggaran belum ada.');
  });

  it('says nothing was written where only a name stands above the quote', () => {
    expect(reply('approver', 'Rina Oktaviani\nKepala Bagian TIK\n\n> SETUJU - lanjutkan')).toMatchObject({
      intent: 'unclear',
      why: 'nothing was written',
    });
  });

  it('is never turned into a yes by a quoted one', () => {
    const words = fc.constantFrom('kapan', 'ini', 'untuk', 'apa', 'nanti', 'pak', 'tolak', 'siapa', 'dulu', 'cek', '');
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 8 }),
        fc.constantFrom('> Setuju', '> SETUJU - lanjutkan', '>> ok'),
        (said, quote) => {
          const own = said.join(' ');
          const alone = reply('approver', own).intent;
          const quoting = reply(
            'approver',
            `${own}\n\nPada Sen, 23 Nov 2026 pukul 10.15 Meja <a@b.example> menulis:\n${quote}`,
          );

          expect(quoting.intent === 'approve').toBe(alone === 'approve');
        },
      ),
    );
  });

  it('is never a yes when a doubt stands beside it', () => {
    const yes = fc.constantFrom('setuju', 'disetujui', 'saya setuju', 'acc', 'approved', 'ok', 'silakan diproses');
    const doubt = fc.constantFrom(
      'tapi',
      'jika lengkap',
      'belum',
      'tidak',
      'hanya',
      'nanti',
      'kecuali',
      'tunda',
      '?',
      'tolak',
      'asalkan',
    );
    fc.assert(
      fc.property(yes, doubt, fc.boolean(), fc.constantFrom(' ', ', ', '. ', '\n'), (a, b, yesFirst, joint) => {
        expect(reply('approver', yesFirst ? a + joint + b : b + joint + a).intent).not.toBe('approve');
      }),
    );
  });
});
