/** What may stand beside a yes: classes of the rule files that must hold no word that binds, puts off, hands on or turns round. */
import { describe, expect, it } from 'vitest';
import { reply, rulebook } from '../office.ts';

const BESIDE = Object.entries(rulebook.replies).filter(([name]) => name.startsWith('beside-'));
const BINDING = ['negations', 'reject', 'defer', 'conditional', 'limits', 'objection', 'not-me', 'away'];
const HEDGES =
  'nanti dulu mungkin besok lusa cuma hanya sementara hampir pending maybe perhaps satu dua tiga separuh tambahan lama baru malam sekarang director direktur forward provide needs complete part'.split(
    ' ',
  );

describe.each(BESIDE)('the words of %s', (_, words) => {
  const single = new Set(words.flatMap((word) => word.split(' ')));

  it.each(BINDING)('hold none of %s', (name) => {
    expect((rulebook.replies[name] ?? []).filter((word) => single.has(word))).toEqual([]);
  });

  it('hold no hedge, no number, no other person', () => {
    expect(HEDGES.filter((word) => single.has(word))).toEqual([]);
  });
});

describe('beside a yes', () => {
  it.each([
    'Wilujeng siang, abdi satuju pisan. Mangga enggal diproses.',
    'Nuwun sewu nembe sempat maos, kulo sarujuk.',
    'Horas lae, setuju aku itu. Kerjakan lah.',
    'Kakak, beta su setuju, kase jalan sudah',
    'Torang setuju, kase lanjut jo',
    "Tabe', saya setuju mi, proses mi",
    'Menunjuk surel Saudara tanggal 27 November 2026, bersama ini kami sampaikan bahwa permintaan tersebut disetujui.',
    'Apologies for my late reply, approved from my end. Please go ahead and thanks for the patience.',
    'Sy stju y, tlg dproses',
    'dstujui, lgsg kerjakn aj',
    'Setuju, jangan sampai telat ya',
    'Setuju aku. Kerjakanlah itu, jangan lama-lama ya.',
    'Tidak ada alasan bagi saya untuk menolak. Saya setuju.',
    'Disetujui. Mohon dikerjakan sesegera mungkin.',
    'setuju. sdh diskusi sm ybs',
    'Bismillah, lanjut. Makasih 🙏',
    'Silakan diproses, mohon maaf baru balas',
  ])('courtesy, haste and office prose change nothing: %s', (text) => {
    expect(reply('approver', text).intent).toBe('approve');
  });

  it.each([
    'Setuju, aksesnya jangan lama-lama',
    'Setuju, aksesnya dibuka jangan lama-lama ya',
    'Setuju, jangan lama-lama aksesnya',
    'Setuju, tapi jangan lama-lama',
    'Tidak ada alasan untuk menolak, tapi tunda dulu',
    'Kalau tidak ada alasan untuk menolak, saya setuju',
    'Tidak ada alasan untuk menolak selain anggaran, saya setuju',
    'Tidak ada alasan untuk tidak menolak',
    'Tidak ada alasan untuk setuju',
    'Saya tidak melihat alasan untuk menyetujui',
    'Setuju, perlu persetujuan atasan saya',
    'Setuju, kirim surat resmi',
    'Setuju, mohon dokumen lengkap',
    'Setuju, mohon diberikan penjelasan',
    'Approved just the email',
    'I approve, please forward to your manager',
    'Approved soon',
    'Approved, needs manager approval',
    'sudah dibahas dengan direktur dan ditolak, bukan setuju',
    'Sorry for the hosting, approved the rest',
    'Silakan bikin surat',
    'Reply APPROVED',
    'Tidak ada alasan untuk tidak setuju',
    'ok tengkyu',
    'ok 🙏',
    'baik, suksma',
  ])('these do: %s', (text) => {
    expect(reply('approver', text).intent).not.toBe('approve');
  });

  it.each(
    'g|gk|ga|gak|kagak|kaga|ndak|ora|teu|moal|indak|idak|kada|sonde|tra|seng|nda|nyanda|dang|ndang|nenten|tusing|embung|ogah|jgn'.split(
      '|',
    ),
  )('"%s" turns it round', (not) => {
    for (const yes of ['setuju', 'stuju', 'acc', 'disetujui'])
      expect(reply('approver', `${not} ${yes}`).intent, yes).not.toBe('approve');
  });

  it('names of our letter may be told', () => {
    const sent = 'Mohon persetujuan Ibu. Yang meminta: Hesti Wulandari. Yang diminta: hosting.';

    expect(reply('approver', 'Disetujui, dan mohon Sdri. Hesti dikabari langsung.', sent).intent).toBe('approve');
    expect(reply('approver', 'Disetujui, dan mohon Sdri. Ratih saja.', sent).intent).not.toBe('approve');
  });

  it('reads a refusal in cut words', () => {
    expect(reply('approver', 'jgn d proses y, sy g stuju').intent).toBe('reject');
  });

  it('asks back where a part is refused or unknown to him', () => {
    expect(reply('approver', 'yang development ok, production jangan dulu').intent).toBe('unclear');
    expect(reply('approver', 'Saya setuju untuk dua nama pertama. Yang ketiga saya tidak kenal.').intent).toBe(
      'unclear',
    );
  });
});

describe('a part that is done', () => {
  it.each([
    'Dari 42 akun, 39 sudah jadi. Tiga sisanya gagal karena NIP-nya tidak dikenal.',
    '39 dari 42 sudah jadi, tiga gagal karena NIP-nya salah',
    'selesai sebagian: 9 laptop; gagal: 2 laptop, harddisk penuh',
  ])('is a note with what failed: %s', (text) => {
    const read = reply('rft', text);

    expect(read.intent).toBe('note');
    expect(read.partial?.done).toMatch(/39|9 laptop/);
    expect(read.partial?.failed).toMatch(/NIP|2 laptop/);
  });
});

describe("the desk's plain sentences", () => {
  it.each([
    ['buang 1, 2 sama 4', 'drop'],
    ['Sudah saya cek, servernya hidup dan BAST-nya lengkap. Terpenuhi.', 'confirm-fulfilment'],
    ['Belum semua dicek. Terpenuhi.', 'note'],
    ['Golongannya betul, tapi tolong dipindahkan ke KPTIKBMN, orangnya di Palu.', 'reassign'],
    ['antara 1 atau 3 sih, coba tanya mbak Desi', 'unclear'],
  ])('%s', (text, intent) => {
    expect(reply('desk', text).intent).toBe(intent);
  });
});
