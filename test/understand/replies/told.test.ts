/** Clauses beside a yes by what they do there: what tells leaves it a yes, what binds is asked back, however alike the two are written. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reply, rulebook } from '../office.ts';

const APPROVALS = (rulebook.replyExamples?.approver?.['approve'] ?? []).filter(
  (text) => text.length < 120 && reply('approver', text).intent === 'approve',
);
const RUNS = { numRuns: 1000 };

const TOLD: Readonly<Record<string, readonly string[]>> = {
  'what is so already': [
    'Orangnya sudah lama menunggu.',
    'Suratnya kemarin sudah saya tanda tangani.',
    'Server lama sudah tidak dipakai.',
    'Tadi sudah kami bicarakan waktu apel.',
  ],
  'who somebody is': ['Dia pegawai baru kami.', 'Bu Ratna itu sekretaris saya.', 'Beliau memang ketua timnya.'],
  'a reason': ['Soalnya printernya rusak terus.', 'Kasihan, sudah seminggu tidak bisa email.'],
  'a day of people': ['Auditornya datang Senin.', 'Besok anaknya sudah mulai tugas.', 'Rapatnya hari Kamis.'],
  'handing over': ['Yang ambil barang nanti driver saya.', 'Vendornya didampingi Pak Anton.'],
  'whom to turn to': [
    'Kontak teknis: Dimas ext 3321.',
    'Informasi lebih lanjut dapat menghubungi Sdri. Amelia.',
    'Kalau ada pertanyaan teknis langsung ke Jonathan saja.',
  ],
  'how he answers': ['Saya balas dari HP.', 'Maaf baru sempat balas, sinyal jelek di sini.'],
  haste: ['Mohon diproses hari ini juga kalau bisa.', 'Tolong secepatnya ya.'],
  'that nothing is to be changed': ['Tidak ada yang perlu saya koreksi lagi.', 'Tidak ada catatan dari saya.'],
  'what he looked at': ['Semua dokumennya sudah saya baca.'],
};

const BINDING: Readonly<Record<string, readonly string[]>> = {
  'a condition': [
    'Asal anggarannya ada.',
    'Kalau orangnya masih di seksi saya.',
    'Dengan catatan ybs menandatangani NDA.',
  ],
  'a limit of use': ['Hanya untuk jam kerja.', 'Cukup akses baca.', 'Khusus development.'],
  'a limit of time': ['Sampai Desember.', 'Selama audit.', 'Tiga bulan saja.', 'Mulai Senin saja.'],
  'a number': ['Dua akun.', 'Sebagian.', 'Maksimal lima orang.'],
  'another thing': ['Pakai laptop lama.', 'Lokasinya pindah ke lantai 3.', 'Kuotanya diturunkan.', 'Ganti ke Ubuntu.'],
  'something first': [
    'Tunggu surat dari Setjen.',
    'Lapor dulu ke Kasubdit.',
    'Setelah laporannya beres.',
    'Cek dulu ke tim keamanan.',
  ],
  'an order to others': [
    'Ybs wajib membuat surat pernyataan.',
    'Pak Eko harus ikut mendampingi.',
    'Mintakan juga izin Bu Retno.',
  ],
  'a part left out': ['Tanpa Sdr. Eko.', 'Kecuali database gaji.', 'Anak magang tidak termasuk.'],
  'another yes': ['Pak Kabid yang memutuskan.', 'Tinggal tunggu Bu Kabag.', 'Katanya Pak Direktur sudah ok.'],
  'a doubt': ['Saya masih ragu.', 'Sepertinya.', 'I guess.'],
  'a no in other words': ['Permintaan ini tidak bisa saya penuhi.', 'Tolong ditahan.'],
};

function rows(table: Readonly<Record<string, readonly string[]>>): readonly (readonly [string, string])[] {
  return Object.entries(table).flatMap(([kind, texts]) => texts.map((text) => [kind, text] as const));
}

describe('beside a yes', () => {
  it.each(rows(TOLD))('%s is told and leaves it one: %s', (_kind, told) => {
    const said = reply('approver', `Saya setuju. ${told}`);

    expect(said.intent, said.why).toBe('approve');
  });

  it.each(rows(BINDING))('%s binds and is asked back: %s', (_kind, binding) => {
    for (const text of [`Saya setuju. ${binding}`, `Setuju, ${binding.toLowerCase()}`])
      expect(reply('approver', text).intent, text).not.toBe('approve');
  });

  it.each([
    ['Setuju. Dia mulai bertugas Senin.', 'Setuju. Mulai Senin saja.'],
    ['Setuju. Printer lama kami sudah diganti kemarin.', 'Setuju, printernya diganti.'],
    ['Setuju, dia sudah lama menunggu.', 'Setuju, dia menunggu surat tugas.'],
    ['Setuju, orangnya sudah pindah ruangan.', 'Setuju, lokasinya pindah ruangan.'],
    ['Setuju. Tadi sudah saya cek.', 'Setuju. Tolong dicek dulu.'],
    ['Setuju, karena rapatnya Senin.', 'Setuju, rapatkan Senin.'],
    ['Saya sedang di luar kota, tapi saya setuju.', 'Saya setuju, tapi saya sedang di luar kota.'],
    ['Setuju, tidak ada yang kurang.', 'Setuju, ada yang kurang.'],
  ])('%s is told, %s binds', (told, binding) => {
    expect(reply('approver', told).intent, told).toBe('approve');
    expect(reply('approver', binding).intent, binding).not.toBe('approve');
  });

  it.each([
    'Saya menyetujui permohonan dimaksud untuk jangka waktu 6 (enam) bulan.',
    'Pengembangan dashboard disetujui untuk tahap I.',
    'Setuju 1 akun dipakai bertiga.',
    'Setuju, akun lama dihapus',
    'Selaku yang bersangkutan, saya setuju. (Iqbal)',
    'Permohonan dapat disetujui, dengan memperhatikan ketersediaan anggaran.',
    'Disetujui tim penilai',
    'Saya setuju pelayanan Pusintek makin cepat. Teruskan prestasinya!',
    'Setuju. Ybs wajib membuat surat pernyataan.',
  ])('the request itself is not made less or another one: %s', (text) => {
    expect(reply('approver', text).intent).not.toBe('approve');
  });

  it('a deed that our letter names is said once more', () => {
    const sent = 'Mohon persetujuan Ibu. Yang meminta: Hesti. Yang diminta: penonaktifan akun email.';

    expect(reply('approver', 'Setuju dinonaktifkan, orangnya sudah pensiun.', sent).intent).toBe('approve');
  });

  it('"in principle" counts as a weak yes at most', () => {
    expect(reply('approver', 'Pada prinsipnya saya setuju.').strength).toBe('weak');
  });

  it('thanks behind so bare a word as "baik" only acknowledge', () => {
    expect(reply('approver', 'Baik, terima kasih infonya').intent).toBe('unclear');
    expect(reply('approver', 'Saya tidak keberatan, malah terima kasih sudah dibantu').intent).toBe('approve');
  });
});

describe('what was asked for, said again', () => {
  it.each([
    'Saya menyetujui penutupan hosting aplikasi lama sebagaimana diajukan Sdri. Nadia.',
    'Kami setuju dibuatkan surel untuk pegawai baru tersebut.',
    'Kami menyetujui pengaktifan kembali server dimaksud.',
    'Saya setujui pembuatan akun untuk pegawai baru tsb',
  ])('leaves it a yes: %s', (text) => {
    expect(reply('approver', text).intent).toBe('approve');
  });

  it.each([
    'Setuju selain yang diajukan.',
    'Saya menyetujui separuh dari yang diminta tersebut.',
    'Saya setuju tanpa akses produksi tersebut.',
    'Kami setuju tiga dari akun tersebut.',
    'Kami setuju mulai Januari sebagaimana diajukan.',
    'Saya menyetujui versi lain dari aplikasi dimaksud.',
    'Setuju kalau pegawai baru tersebut.',
    'Pak Kabag menyetujui aplikasi lama tersebut.',
  ])('is asked back where it is less or another: %s', (text) => {
    expect(reply('approver', text).intent).not.toBe('approve');
  });
});

describe('any approval', () => {
  const approvals = fc.constantFrom(...APPROVALS);

  it('is none with a clause that binds before or behind it', () => {
    const bindings = fc.constantFrom(...Object.values(BINDING).flat());
    fc.assert(
      fc.property(
        approvals,
        bindings,
        fc.constantFrom('. ', '\n', ', '),
        fc.boolean(),
        (yes, binding, joint, first) => {
          const text = first ? `${binding} ${yes}` : `${yes.replace(/[.!]+$/, '')}${joint}${binding}`;

          expect(reply('approver', text).intent, text).not.toBe('approve');
        },
      ),
      RUNS,
    );
  });

  it('stays one with courtesy behind it', () => {
    const courtesies = fc.constantFrom(
      'Terima kasih.',
      'Terima kasih banyak atas bantuannya.',
      'Mohon maaf baru balas.',
    );
    const spoken = APPROVALS.filter((text) => /setuju/i.test(text) && !/["\n\\]| (?:koma|titik)\b/.test(text));
    fc.assert(
      fc.property(fc.constantFrom(...spoken), courtesies, (yes, courtesy) => {
        const text = `${yes.replace(/[.!, ]+$/, '')}.\n${courtesy}`;

        expect(reply('approver', text).intent, text).toBe('approve');
      }),
      RUNS,
    );
  });
});
