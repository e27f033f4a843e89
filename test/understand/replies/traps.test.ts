/** What approves, closes or resolves by the examples of the rule files, together with everything that takes it back: it never does so then. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reply, rulebook } from '../office.ts';

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
        // Without a mark between them they run into one clause, which is read as a whole.
        fc.pre(joint !== ' ' || (!first && /[.!]$/.test(yes)));
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

describe('no closing word', () => {
  const closings = (rulebook.replyExamples?.requester['confirm'] ?? []).filter((text) => text.length < 160);
  const against = trap(
    'tapi masih lambat|belum semua|mungkin|sepertinya|kecuali printer|muncul error lagi|tolong dicek lagi|nanti saya cek|email belum|yang lain masih gagal|kadang putus|kalau sudah dicoba|tapi saya belum coba|menurut teman saya|but the printer fails|not on my phone|still slow|except the printer|I think|printer mati|namanya salah|kata staf saya|semoga'.split(
      '|',
    ),
  );

  it('stands with a trouble, a doubt or a wish behind it', () => {
    fc.assert(
      fc.property(trap(closings), against, trap([', ', '. ', ' ', '\n']), (yes, no, joint) => {
        expect(reply('requester', yes + joint + no).intent).not.toBe('confirm');
      }),
      RUNS,
    );
  });
});

describe('no report of finished work', () => {
  /** "selesai: …" is an order, and "Label: …" takes the rest of its line. */
  const reports = (rulebook.replyExamples?.rft['resolve'] ?? []).filter(
    (text) => text.length < 160 && !/^(?:status\W*)?\p{L}+\W*(?:[:\n|=\u2013-]|$)|label|#/iu.test(text),
  );
  const rest = trap(
    'tinggal konfigurasi email|besok dilanjut|menunggu vendor|belum dites|masih dipantau|sebagian gagal|sisanya menyusul besok|akan kami cek lagi|estimasi selesai Jumat|baru 2 dari 5 laptop|tapi masih lambat|mungkin|user belum mencoba|but not tested|one still fails|rest tomorrow|tunggu konfirmasi|jika user setuju|dilanjut minggu depan|progres 80 persen|yang lain menyusul'.split(
      '|',
    ),
  );

  it('stands with a rest, a plan or a failure beside it', () => {
    fc.assert(
      fc.property(trap(reports), rest, trap([', ', '. ', '\n']), (done, more, joint) => {
        expect(reply('rft', done + joint + more).intent).not.toBe('resolve');
      }),
      RUNS,
    );
  });
});
