/** The story the demonstration tells: three requests, each to its end, in the words people use. Data only. */
import type { Role } from './cast.ts';

/** Somebody writes a new mail to the desk. */
interface Writes {
  readonly kind: 'writes';
  readonly who: Role;
  readonly cc?: readonly Role[];
  readonly subject: string;
  readonly text: string;
}

/** Somebody answers the newest letter of this kind that the desk sent him. */
interface Answers {
  readonly kind: 'answers';
  readonly who: Role;
  readonly letter: string;
  readonly cc?: readonly Role[];
  readonly text: string;
  /** Name of a photograph of a signed sheet that goes along. */
  readonly photograph?: string;
}

/** A letter that has to arrive before the story goes on. */
interface Gets {
  readonly kind: 'gets';
  readonly who: Role;
  readonly letter: string;
}

export interface Chapter {
  readonly title: string;
  readonly steps: readonly (Writes | Answers | Gets)[];
  /** Status that the chapter's ticket ends in. */
  readonly ends: string;
}

export const STORY: readonly Chapter[] = [
  {
    title: 'Lupa password: atasan sudah di Cc, langsung dikerjakan',
    steps: [
      {
        kind: 'writes',
        who: 'mutia',
        cc: ['joyo'],
        subject: 'lupa password email',
        text: 'Selamat pagi,\n\nmhn bantuannya utk reset password email saya, lupa setelah cuti. Pak Joyo saya tembuskan.\n\nTerima kasih\nMutia Zahra\nSubbagian Pelaksanaan Anggaran',
      },
      { kind: 'gets', who: 'mutia', letter: 'requester.received' },
      { kind: 'gets', who: 'joyo', letter: 'superior.for-information' },
      { kind: 'gets', who: 'akun', letter: 'team.assigned' },
      {
        kind: 'answers',
        who: 'akun',
        letter: 'team.assigned',
        text: 'selesai: password sudah kami reset, kata sandi sementara disampaikan lewat telepon ke ext 2231. Mohon langsung diganti setelah masuk.\nlabel: Reset Password',
      },
      { kind: 'gets', who: 'mutia', letter: 'requester.resolved' },
      { kind: 'answers', who: 'mutia', letter: 'requester.resolved', text: 'Sudah bisa masuk, terima kasih banyak.' },
      { kind: 'gets', who: 'mutia', letter: 'requester.closed' },
    ],
    ends: 'closed',
  },
  {
    title: 'Hosting: atasan menyetujui, sempat dibuka lagi, ditutup dengan BAST',
    steps: [
      {
        kind: 'writes',
        who: 'lukman',
        subject: 'Permohonan pengaktifan kembali hosting IaaS aplikasi SIMANTAP',
        text: 'Yth. Service Desk Pusintek,\n\nBersama ini kami mohon pengaktifan kembali hosting IaaS untuk aplikasi SIMANTAP yang dinonaktifkan bulan lalu.\n\nAtas bantuannya kami ucapkan terima kasih.\n\nLukman Sardiman\nSubbidang Data dan Integrasi',
      },
      { kind: 'gets', who: 'lukman', letter: 'requester.incomplete' },
      {
        kind: 'answers',
        who: 'lukman',
        letter: 'requester.incomplete',
        cc: ['dewi'],
        text: 'Baik, Bu Dewi selaku Kepala Bidang kami tambahkan di Cc.',
      },
      { kind: 'gets', who: 'lukman', letter: 'requester.received' },
      { kind: 'gets', who: 'dewi', letter: 'approver.please-approve' },
      { kind: 'answers', who: 'dewi', letter: 'approver.please-approve', text: 'Setuju.\n\nDikirim dari iPhone saya' },
      { kind: 'gets', who: 'lukman', letter: 'requester.progress' },
      { kind: 'gets', who: 'hosting', letter: 'team.assigned' },
      {
        kind: 'answers',
        who: 'hosting',
        letter: 'team.assigned',
        text: 'selesai: VM SIMANTAP sudah dinyalakan dan DNS dikembalikan.\nlabel: Hosting',
      },
      { kind: 'gets', who: 'lukman', letter: 'requester.resolved' },
      {
        kind: 'answers',
        who: 'lukman',
        letter: 'requester.resolved',
        text: 'Halaman depan sudah terbuka tapi login masih error 502, mohon dicek lagi.',
      },
      { kind: 'gets', who: 'lukman', letter: 'requester.reopened' },
      { kind: 'gets', who: 'hosting', letter: 'team.reopened' },
      {
        kind: 'answers',
        who: 'hosting',
        letter: 'team.reopened',
        text: 'selesai: layanan autentikasi dijalankan ulang, login sudah diuji.\nlabel: Hosting',
      },
      { kind: 'gets', who: 'lukman', letter: 'requester.resolved' },
      {
        kind: 'answers',
        who: 'lukman',
        letter: 'requester.resolved',
        text: 'Alhamdulillah sudah normal semua. Terima kasih.',
      },
      { kind: 'gets', who: 'lukman', letter: 'requester.reminder' },
      {
        kind: 'answers',
        who: 'lukman',
        letter: 'requester.reminder',
        text: 'Berikut BAST yang sudah ditandatangani kedua pihak.',
        photograph: 'BAST SIMANTAP.png',
      },
      { kind: 'gets', who: 'meja', letter: 'desk.paper' },
      { kind: 'answers', who: 'meja', letter: 'desk.paper', text: '1, sudah ditandatangani kedua pihak.' },
      { kind: 'gets', who: 'lukman', letter: 'requester.closed' },
    ],
    ends: 'closed',
  },
  {
    title: 'Gangguan: tanpa formulir dan tanpa Cc, langsung ke tim',
    steps: [
      {
        kind: 'writes',
        who: 'rizki',
        subject: 'internet mati',
        text: 'Jaringan internet di KPP Pratama Lubuk Sari mati total sejak jam 8 pagi, semua loket tidak bisa melayani. Mohon segera dibantu.\nRizki',
      },
      { kind: 'gets', who: 'rizki', letter: 'requester.received' },
      { kind: 'gets', who: 'jaringan', letter: 'team.assigned' },
    ],
    ends: 'assigned',
  },
];
