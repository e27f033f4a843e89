import { describe, expect, it } from 'vitest';
import { read } from '../office.ts';

const asked = (subject: string, text: string): readonly string[] =>
  read(subject, text).wishes.map(({ kind, variant }) => (kind === 'request' ? (variant ?? '?') : kind));

describe('two wishes joined in one sentence', () => {
  it.each([
    [
      'Mohon dibukakan akses API Gateway Development sekaligus Integration Server Development untuk akun saya.',
      ['ITSM.19/akses-api-gateway-development', 'ITSM.19/akses-is-development'],
    ],
    [
      'Untuk aplikasi lama di VM IaaS mohon dibackup penuh lalu dinonaktifkan mulai 14 Desember.',
      ['ITSM.1/backup-iaas', 'ITSM.1/aktif-nonaktif-iaas'],
    ],
    [
      'Kami perlu pendampingan penyusunan survei dan satu akun creator survei atas nama Hanif.',
      ['ITSM.20/pendampingan-survei', 'ITSM.20/akun-creator-survei'],
    ],
    ['Mohon kabel UTP 1 roll dan 4 IP static untuk perangkat baru.', ['ITSM.5/kabel-utp', 'ITSM.5/ip-static']],
  ])('“%s”', (text, wanted) => {
    expect(asked('Permintaan', text).toSorted()).toEqual(wanted.toSorted());
  });

  it.each([
    'Mohon instalasi dan aktivasi AutoCAD di PC saya.',
    'Tolong reset password dan buka blokir akun email saya.',
    'Mohon backup VM db01 beserta seluruh disknya dan kirimkan hasilnya.',
    'Kami perlu room vicon 2 Desember untuk 200 peserta berikut link dan passcode-nya.',
    'Mohon dibuatkan akun email sekaligus akses internet untuk pegawai baru kami.',
  ])('“%s” is one', (text) => {
    expect(asked('Permintaan', text)).toHaveLength(1);
  });
});

describe('groups under headings that name a deed', () => {
  it.each([
    [
      'Pergantian anggota tim devops',
      'Ditambah: Andre, Citra\nDihapus: Bowo',
      ['ITSM.18/penambahan-akses-devops', 'ITSM.18/penghapusan-akses-devops'],
    ],
    [
      'Pegawai Januari',
      'Masuk (buatkan akun email): Dian, Melati\nKeluar (nonaktifkan): Suparman',
      ['ITSM.8/pembuatan-akun-individu', 'ITSM.8/penonaktifan-akun'],
    ],
    [
      'Penonaktifan dan pembuatan akun',
      'Mohon diproses:\nNonaktif: Sutarno (pensiun)\nBuat baru: Meutia (CPNS pengganti)',
      ['ITSM.8/pembuatan-akun-individu', 'ITSM.8/penonaktifan-akun'],
    ],
  ])('“%s” are two wishes', (subject, text, wanted) => {
    expect(asked(subject, text).toSorted()).toEqual(wanted);
  });

  it('are one wish where each is a field of it', () => {
    const fields = 'Mohon diubah nama di akun email saya.\nNama lama: Desi Ratnasri\nNama baru: Desi Ratnasari';
    expect(asked('Perubahan nama', fields)).toEqual(['ITSM.8/perubahan-akun']);
  });
});
