import { describe, expect, it } from 'vitest';
import { tidyAddress } from '../../src/parse/addresses.ts';
import { cleanText } from '../../src/parse/characters.ts';
import { safeFilename } from '../../src/parse/filename.ts';
import { messageIdsIn, ownMessageId } from '../../src/parse/message-id.ts';
import { outOfOfficeEvidence } from '../../src/parse/out-of-office.ts';
import { readSentDate } from '../../src/parse/sent-date.ts';

const at = (instant: string, offsetMinutes: number): object => ({ instant: Date.parse(instant), offsetMinutes });

describe('Date field', () => {
  it.each([
    ['Mon, 23 Nov 2026 09:15:00 +0700', at('2026-11-23T02:15:00Z', 420)],
    ['23 Nov 2026 09:15 +0900 (WIT)', at('2026-11-23T00:15:00Z', 540)],
    ['Mon,  3 Nov 26 9:15:07 GMT', at('2026-11-03T09:15:07Z', 0)],
    ['Sen, 23 Okt 2026 09.15.00 WITA', at('2026-10-23T01:15:00Z', 480)],
    ['Wed, 23 Nov 2026 09:15:60 -0330', at('2026-11-23T12:45:59Z', -210)],
    ['2026-11-23T09:15:00+07:00', at('2026-11-23T02:15:00Z', 420)],
    ['Mon, 23 Nov 2026 09:15:00', at('2026-11-23T09:15:00Z', 0)],
    ['kemarin sore', null],
    ['Mon, 45 Nov 2026 09:15:00 +0700', null],
    ['Mon, 23 Xyz 2026 09:15:00 +0700', null],
    ['', null],
  ])('%s', (value, expected) => {
    expect(readSentDate(value)).toEqual(expected);
  });
});

describe('Message-ID', () => {
  it.each([
    ['<a@b>', ['a@b']],
    ['<a@b> <c@d>', ['a@b', 'c@d']],
    ['<panjang\r\n sekali@b>', ['panjangsekali@b']],
    ['Pesan dari Budi <a@b>', ['a@b']],
    ['a@b', ['a@b']],
    ['<>', []],
    ['bukan id', []],
  ])('%s', (value, expected) => {
    expect(messageIdsIn(value)).toEqual(expected);
  });

  it('keeps an id without an @, which still names the mail', () => {
    expect(ownMessageId('20261123')).toBe('20261123');
    expect(ownMessageId('')).toBeNull();
  });
});

describe('address', () => {
  it.each([
    ['Budi@Kemenkeu.EXAMPLE', 'budi@kemenkeu.example'],
    ['<budi@x.example>', 'budi@x.example'],
    ['"budi.s"@x.example', 'budi.s@x.example'],
    ['Budi <"budi"@x.example>', 'budi@x.example'],
    ['"bu di"@x.example', null],
    ['rfc822;budi', null],
    ['budi@', null],
    ['a b@x.example', null],
    [`${'a'.repeat(400)}@x.example`, null],
  ])('%s', (value, expected) => {
    expect(tidyAddress(value)).toBe(expected);
  });
});

describe('file name', () => {
  it.each([
    ['surat.pdf', 'surat.pdf'],
    ['/etc/passwd', 'passwd'],
    ['..\\..\\a.pdf', 'a.pdf'],
    ['..', 'lampiran'],
    ['.bashrc', 'bashrc'],
    ['a\u0000b\u202efdp.exe', 'abfdp.exe'],
    ['baris\r\nbaru.txt', 'baris baru.txt'],
    ['a<b>:c?.pdf', 'a_b__c_.pdf'],
    ['nul', '_nul'],
    ['', 'lampiran'],
    ['𝒳'.repeat(100), '𝒳'.repeat(60)],
  ])('%j', (claimed, expected) => {
    expect(safeFilename(claimed, 'lampiran')).toBe(expected);
  });
});

describe('text', () => {
  it('has no invisible characters, odd line ends or no-break spaces', () => {
    expect(cleanText('\ufeffsatu\u200b\u202e\u00a0dua \r\ntiga\rempat\u0000\n\n\n\n\nlima\n')).toBe(
      'satu dua\ntiga\nempat\n\n\nlima',
    );
  });
});

describe('absence notice', () => {
  it.each([
    'Saya sedang cuti pada tanggal 20 November 2026 (siang) dan kembali bekerja 23 November 2026.',
    'Mohon maaf, saat ini sedang dinas luar. Untuk hal mendesak silakan menghubungi Sdr. Dimas.',
    'Saya mengikuti diklat dengan akses email terbatas.\n\nPada 23 Nov 2026, Service Desk menulis:\n> Mohon setujui permintaan ini',
    'Mohon maaf saat ini saya sedang menunaikan ibadah umroh sampai dengan tanggal 5 Desember 2026, sehingga tidak dapat merespon email Bapak/Ibu. Terima kasih.',
    'Saya sedang melaksanakan ibadah haji sampai 10 Desember. Untuk keperluan kantor silakan menghubungi Plh. Kepala Bagian.',
    'Terima kasih atas email Anda. Saat ini saya sedang tidak berada di tempat dan baru dapat membalas email pada hari Senin.',
    'Terima kasih telah menghubungi saya. Saya sedang sakit dan beristirahat di rumah. Email Anda akan saya balas setelah saya kembali.',
    'Email Anda telah saya terima. Saya sedang mengikuti Diklat PIM III di Bogor s.d. 4 Desember 2026 sehingga respon mungkin terlambat.',
    'Saya sedang dinas luar kota sampai dengan 27 November 2026. Bila mendesak dapat menghubungi Sdr. Budi di ext 2231.',
    'Mohon maaf, saya tidak masuk kantor hari ini sampai Jumat. Hal yang mendesak dapat disampaikan ke sekretaris saya.',
    'Saya cuti melahirkan mulai 1 November 2026 sampai 31 Januari 2027. Tugas saya digantikan oleh Ibu Sari.',
    'Saat ini saya berada di luar negeri dalam rangka tugas dan akan kembali 2 Desember 2026.',
    'Terima kasih. Saya sedang cuti tahunan dan tidak dapat membalas email sampai 30 November.',
    'Saya sedang cuti alasan penting. Untuk urusan kedinasan mohon menghubungi Kasubbag Umum.',
    'Kepada Yth. pengirim, saya sedang tugas belajar sampai Agustus 2027, jabatan saya dijabat oleh Bapak Joko.',
    'Hello, I am on leave until Dec 1 and have no access to my mail.',
    'Thank you for your email. I am currently away from the office and will reply when I get back.',
  ])('is %s', (text) => {
    expect(outOfOfficeEvidence('Re: Mohon persetujuan', text, true)).not.toBeNull();
  });

  it.each([
    'Ibu Kabag sedang cuti, untuk persetujuan ditandatangani Plh. Mohon diproses.',
    'Saya sedang cuti. Kami sampaikan permintaan melalui Plh. Kepala Seksi.',
    'Saya sedang cuti dan akan kembali pada 1 Desember, ok setuju',
    'Saya sedang cuti.',
    'Mohon hubungi saya.',
  ])('is not %s', (text) => {
    expect(outOfOfficeEvidence('Re: Mohon persetujuan', text, true)).toBeNull();
  });

  it.each(['Tidak di tempat: lupa password', 'Sedang dinas luar kota: Mohon persetujuan', 'OOO: Re: rapat'])(
    'is told by the subject %s',
    (subject) => {
      expect(outOfOfficeEvidence(subject, 'Sampai dengan 27 November 2026.', false)).not.toBeNull();
    },
  );

  it.each(['Tidak di tempat kerja lama, akun belum pindah', 'Di luar kota tidak bisa masuk VPN'])(
    'is not told by the subject %s',
    (subject) => {
      expect(outOfOfficeEvidence(subject, 'Mohon dibantu.', false)).toBeNull();
    },
  );

  it('is told by phrases only where another mail is answered', () => {
    expect(outOfOfficeEvidence('Halo', 'Saya sedang cuti dan akan kembali pada 1 Desember', false)).toBeNull();
  });
});
