/** A day's post of a service desk, of every kind, in an order that a seed decides. */
import type { Seeded } from '../support/seeded.ts';
import { writeMail, type WrittenMail } from '../support/write-mail.ts';

const DOMAIN = 'kemenkeu.example';
const SERVER_SAYS = 'Authentication-Results: mx.kemenkeu.example; dmarc=pass header.from=kemenkeu.example';
const FIRST = Date.UTC(2026, 10, 23, 1);

interface Writer {
  readonly name: string;
  readonly who: string;
  /** Of the rank that an account asks for, and that hosting asks for. */
  readonly head: string;
  readonly chief: string;
}

const WRITERS: readonly [Writer, ...Writer[]] = [
  { name: 'Mutia Zahra', who: 'mutia.zahra', head: 'joyo.handoko', chief: 'wening.asmara' },
  { name: 'Budi Santosa', who: 'budi.santosa', head: 'joyo.handoko', chief: 'wening.asmara' },
  { name: 'Lukman Sardiman', who: 'lukman.sardi', head: 'farid.hakimi', chief: 'dewi.anjarwati' },
  { name: 'Rendra Mahardika', who: 'rendra.mahardika', head: 'galuh.pramesti', chief: 'yuniar.sasmito' },
  { name: 'I Made Arsana', who: 'made.arsana', head: 'gerson.patty', chief: 'pandu.wirasena' },
  { name: 'Fransiska Lengkong', who: 'fransiska.lengkong', head: 'ahmad.ridho', chief: 'rukmini.daryanti' },
  { name: 'Siti Rohana', who: 'siti.rohana', head: 'elvira.chaniago', chief: 'zulfikar.tanjung' },
  { name: 'Aulia Ramadhanti', who: 'aulia.ramadhanti', head: 'togar.situmeang', chief: 'zulfikar.tanjung' },
  { name: 'Hendro Kusumo', who: 'hendro.kusumo', head: 'togar.situmeang', chief: 'zulfikar.tanjung' },
  { name: 'Komang Adnyana', who: 'komang.adnyana', head: 'wayan.astiti', chief: 'ketut.sudana' },
];

const APPLICATIONS = ['SIMANTAP', 'e-Kinerja', 'SIPERA', 'Pantau Anggaran', 'Arsip Wilayah', 'e-Lapor'] as const;

type Part = Pick<WrittenMail, 'subject' | 'text'> & Partial<WrittenMail>;
type Kind = (writer: Writer, chance: Seeded) => Part;

const SYLLABLES = ['wa', 'ri', 'san', 'to', 'me', 'lu', 'ka', 'di', 'yu', 'no'] as const;

const KINDS: readonly (readonly [weight: number, kind: Kind])[] = [
  [24, (writer, chance) => ({ ...password(writer, chance), cc: [at(writer.head)] })],
  [12, password],
  [12, (writer, chance) => ({ ...hosting(writer, chance), cc: [at(writer.chief)] })],
  [5, hosting],
  [14, outage],
  [
    8,
    (writer, chance) => ({
      subject: 'tanya jam layanan',
      text: `Mau bertanya untuk ${someone(chance)}, jam layanan service desk sampai pukul berapa?\n${writer.name}`,
    }),
  ],
  [5, severalWishes],
  [
    5,
    (writer, chance) => ({
      subject: `mohon bantuan ${someone(chance)}`,
      text: `Mohon bantuannya terkait hal yang kemarin saya sampaikan kepada ${someone(chance)}.\n${writer.name}`,
    }),
  ],
  [
    3,
    (writer, chance) => ({
      subject: 'password reset',
      text: `Dear ${someone(chance)}, I forgot my email password. Please reset my email password.\n${writer.name}`,
      cc: [at(writer.head)],
    }),
  ],
  [4, outOfOffice],
  [3, bounce],
  [2, newsletter],
  [3, outsider],
];

const APART = 60;

/** Raw mails in the order of their arrival; some come twice, some carry the Message-ID of another. */
export function dayOfMails(count: number, chance: Seeded): readonly string[] {
  const mails: WrittenMail[] = [];
  const raws: string[] = [];
  while (raws.length < count) {
    // Far enough back that the servers cannot change which of the two comes first.
    const earlier = mails[Math.floor(chance.next() * Math.max(0, mails.length - APART))];
    const lot = chance.next();
    const mayRepeat = earlier !== undefined && mails.length > APART;
    if (mayRepeat && lot < 0.04) raws.push(writeMail(earlier));
    else {
      const made = mail(mails.length, chance);
      const written = mayRepeat && lot < 0.05 ? { ...made, messageId: earlier.messageId } : made;
      mails.push(written);
      raws.push(writeMail(written));
    }
  }
  return raws;
}

/** A name that hardly comes twice: who writes the same words ten times within an hour gets no more letters. */
function someone(chance: Seeded): string {
  return Array.from({ length: 5 }, () => chance.pick(SYLLABLES)).join('');
}

function mail(ordinal: number, chance: Seeded): WrittenMail {
  const writer = chance.pick(WRITERS);
  const part = kindOf(chance)(writer, chance);
  return {
    from: { name: writer.name, address: at(writer.who) },
    messageId: `${ordinal}.${writer.who}@mail.${DOMAIN}`,
    date: new Date(FIRST + ordinal * 1_000),
    ...part,
    headers: [SERVER_SAYS, ...(part.headers ?? [])],
  };
}

function kindOf(chance: Seeded): Kind {
  const all = KINDS.reduce((sum, [weight]) => sum + weight, 0);
  let lot = chance.next() * all;
  for (const [weight, kind] of KINDS) {
    lot -= weight;
    if (lot < 0) return kind;
  }
  return password;
}

function password({ name }: Writer, chance: Seeded): Part {
  return {
    subject: 'lupa password email',
    text: `Selamat pagi,\n\nmohon bantuannya untuk reset password email saya (akun ${someone(chance)}), lupa setelah cuti.\n\nTerima kasih\n${name}`,
  };
}

function hosting({ name }: Writer, chance: Seeded): Part {
  const application = chance.pick(APPLICATIONS);
  return {
    subject: `Pengaktifan kembali hosting IaaS ${application}`,
    text: `Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi ${application} yang dinonaktifkan bulan lalu atas permintaan ${someone(chance)}.\n\n${name}`,
  };
}

function outage({ name }: Writer, chance: Seeded): Part {
  const floor = Math.floor(chance.between(1, 20));
  return {
    subject: `internet mati lantai ${floor}`,
    text: `Jaringan internet di lantai ${floor} mati total sejak pagi, juga di ruang ${someone(chance)}. Mohon segera dibantu.\n${name}`,
  };
}

function severalWishes(writer: Writer, chance: Seeded): Part {
  const application = chance.pick(APPLICATIONS);
  return {
    subject: 'Dua permohonan',
    text: `Yth. Service Desk, mohon bantuan:\n\n1. Reset password email saya, lupa.\n2. Pengaktifan kembali hosting IaaS aplikasi ${application} untuk ${someone(chance)} yang dinonaktifkan bulan lalu.\n\n${writer.name}`,
    cc: [at(writer.chief)],
  };
}

function outOfOffice(): Part {
  return {
    subject: 'Automatic reply: pemberitahuan',
    text: 'Saya sedang cuti sampai 30 November 2026.',
    headers: ['Auto-Submitted: auto-replied'],
  };
}

function bounce(): Part {
  return {
    from: { name: 'Mail Delivery System', address: `mailer-daemon@${DOMAIN}` },
    subject: 'Undelivered Mail Returned to Sender',
    text: 'The following address had permanent fatal errors: tidak.ada@kemenkeu.example',
    headers: ['Return-Path: <>', 'X-Failed-Recipients: tidak.ada@kemenkeu.example'],
  };
}

function newsletter(): Part {
  return { subject: 'Warta mingguan', text: 'Berita minggu ini.', headers: ['List-Id: <warta.kemenkeu.example>'] };
}

function outsider(_writer: Writer, chance: Seeded): Part {
  const who = `orang${Math.floor(chance.next() * 100)}`;
  return {
    from: { name: 'Orang Luar', address: `${who}@luar.example` },
    subject: 'penawaran',
    text: 'Kami menawarkan jasa kami.',
  };
}

function at(who: string): string {
  return `${who}@${DOMAIN}`;
}
