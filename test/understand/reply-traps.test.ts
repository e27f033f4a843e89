/** Every approval that the rule files know, together with everything that takes it back: none of these approves. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reply, rulebook } from './office.ts';

const APPROVALS = (rulebook.replyExamples?.approver['approve'] ?? []).filter((text) => text.length < 160);
const RUNS = { numRuns: 1500 };

const CONDITIONS =
  'asal lengkap|jika anggaran ada|kalau boleh dicicil|bila memungkinkan|apabila sudah diperiksa|dengan catatan|dengan syarat tertulis|sepanjang tidak mengganggu|selama masih kontrak|setelah rapat|sesudah lebaran|sebelum itu lapor saya|kecuali Andi|selain hosting|if the budget allows|provided that it is free|unless IT objects|only after review|once approved by HR|as long as it is safe|with conditions'.split(
    '|',
  );
const RESTRICTIONS =
  'hanya untuk Andi|khusus email|untuk satu orang saja|sebagian dulu|maksimal 2 akun|paling lama sebulan|sampai Desember|mulai Januari|terbatas|cuma email|minus VPN|setengahnya|2 dari 5|50 persen|only for Andi|except hosting|until March|up to two accounts'.split(
    '|',
  );
const TAKEN_BACK =
  'tapi nanti|namun jangan sekarang|tetapi tunggu saya|eh tidak jadi|belum|jangan|nanti dulu|ditunda dulu|ragu saya|mungkin|sepertinya begitu|kata Pak Budi|menurut sekretaris saya|saya tolak yang lain|vpn ditolak|hosting tidak|tidak untuk hosting|besok saya pastikan|mohon dijelaskan dulu|untuk apa?|siapa yang minta?|but not now|later|however|maybe|not the hosting'.split(
    '|',
  );
const JOINTS = [', ', '. ', ' ', '\n', '; ', ' - '];

const trap = (words: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...words);

describe('no approval', () => {
  it.each([
    ['a condition', CONDITIONS],
    ['a restriction', RESTRICTIONS],
    ['a word that takes it back', TAKEN_BACK],
  ])('stands beside %s, before or behind', (_, words) => {
    fc.assert(
      fc.property(trap(APPROVALS), trap(words), trap(JOINTS), fc.boolean(), (yes, turn, joint, first) => {
        expect(reply('approver', first ? turn + joint + yes : yes + joint + turn).intent).not.toBe('approve');
      }),
      RUNS,
    );
  });

  it('stands between quotation marks', () => {
    const marks = fc.constantFrom<[string, string]>(['"', '"'], ['\u201c', '\u201d'], ['\u00ab', '\u00bb']);
    const around = fc.constantFrom('', 'Balas: ', 'Katanya ', 'Tulisannya ', 'Apa arti ', 'Tombol ');
    fc.assert(
      fc.property(trap(APPROVALS), marks, around, (yes, [open, close], before) => {
        expect(reply('approver', before + open + yes + close).intent).not.toBe('approve');
      }),
      RUNS,
    );
  });

  it('is said of or by somebody else', () => {
    const others = trap(
      'Pak Kabid bilang|Kata Bu Rina|Menurut Pak Direktur|Bapak Kepala sudah|Beliau|Sekretaris menyampaikan|He|She|My boss|Direktur'.split(
        '|',
      ),
    );
    const yes = trap('setuju|menyetujui|sudah setuju|acc|disetujui|menyetujui permintaan ini'.split('|'));
    fc.assert(
      fc.property(others, yes, (who, what) => {
        expect(reply('approver', `${who} ${what}`).intent).not.toBe('approve');
      }),
    );
  });

  it('is turned round by a negation in any tongue directly before it', () => {
    const no = trap(
      'tidak|tdk|gak|nggak|ga|tak|bukan|belum|blm|jangan|kurang|mboten|ora|durung|dereng|teu|henteu|moal|indak|alun|seng|tara|not|never|cannot|ndak|kagak|kaga'.split(
        '|',
      ),
    );
    const yes = trap(
      'setuju|menyetujui|disetujui|acc|approve|approved|mengizinkan|diizinkan|satuju|sarujuk'.split('|'),
    );
    fc.assert(
      fc.property(no, yes, trap(['', 'saya ', 'Maaf, ', 'Mohon maaf kami ']), (not, word, before) => {
        expect(reply('approver', `${before}${not} ${word}`).intent).not.toBe('approve');
      }),
      RUNS,
    );
  });
});
