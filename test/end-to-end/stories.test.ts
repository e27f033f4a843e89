import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../src/shared/time.ts';
import { openDesk, type Desk, type Outcome, type Written } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const PASSWORD: Written = {
  subject: 'lupa password email',
  text: 'Selamat pagi,\n\nmohon bantuannya untuk reset password email saya, lupa setelah cuti.\n\nTerima kasih\nMutia Zahra',
};
const HOSTING: Written = {
  subject: 'Pengaktifan kembali hosting IaaS SIMANTAP',
  text: 'Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi SIMANTAP yang dinonaktifkan bulan lalu.\n\nLukman Sardiman',
};
const OUTAGE: Written = {
  subject: 'internet mati',
  text: 'Jaringan internet di KPP Pratama Lubuk Sari mati total sejak jam 8 pagi. Mohon segera dibantu.\nRizki',
};

const statusOf = async (outcome: Outcome, index = 0): Promise<string> => {
  const number = outcome.decision.tickets[index]?.number;
  return number === undefined ? 'no ticket' : (await desk.ticket(number)).state.status;
};
const numberOf = (outcome: Outcome, index = 0): string => outcome.decision.tickets[index]?.number ?? '';

describe('a request that is complete', () => {
  it('goes to the team at once; requester and superior hear of it', async () => {
    const opened = await desk.writes('mutia.zahra', { ...PASSWORD, cc: ['joyo.handoko'] });
    expect(opened.told).toEqual([
      'requester.received → mutia.zahra',
      'team.assigned → rft-akun',
      'superior.for-information → joyo.handoko',
    ]);
    expect(await statusOf(opened)).toBe('assigned');
    expect(desk.last('requester.received').mail.text).toContain('Senin, 23 November 2026 pukul 13.00 WIB');
  });

  it('keeps all its letters in one thread, each answer in its reader’s own', async () => {
    const opened = await desk.writes('mutia.zahra', {
      ...PASSWORD,
      cc: ['joyo.handoko'],
      messageId: 'a1@mail.kemenkeu.example',
    });
    const [received] = opened.letters;
    expect(received?.mail.inReplyTo).toBe('a1@mail.kemenkeu.example');
    await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: sudah direset.');
    const resolved = desk.last('requester.resolved').mail;
    expect(resolved.references).toContain(received?.mail.messageId);
    expect(resolved.references).not.toContain(desk.last('team.assigned').mail.messageId);
  });
});

describe('a request without its superior', () => {
  it('waits, and goes on with the same number when a reply brings the superior', async () => {
    const opened = await desk.writes('mutia.zahra', PASSWORD);
    expect(opened.told).toEqual(['requester.incomplete → mutia.zahra']);
    expect(await statusOf(opened)).toBe('incomplete');
    expect(desk.last('requester.incomplete').mail.text).toContain('Joyo Handoko');

    const supplied = await desk.answers(
      'mutia.zahra',
      desk.last('requester.incomplete'),
      'Baik, Pak Joyo saya tambahkan.',
      {
        cc: ['joyo.handoko'],
      },
    );
    expect(supplied.told).toEqual([
      'requester.progress → mutia.zahra',
      'team.assigned → rft-akun',
      'superior.for-information → joyo.handoko',
    ]);
    expect(numberOf(supplied)).toBe(numberOf(opened));
    expect(await statusOf(supplied)).toBe('assigned');
    expect(await desk.statuses()).toHaveLength(1);
  });

  it('starts its clock only when it is complete', async () => {
    const opened = await desk.writes('mutia.zahra', PASSWORD);
    expect((await desk.ticket(numberOf(opened))).state.completedAt).toBeNull();
    desk.setClock('2026-11-24T10:00:00+07:00');
    await desk.answers('mutia.zahra', desk.last('requester.incomplete'), 'Pak Joyo di Cc.', { cc: ['joyo.handoko'] });
    expect((await desk.ticket(numberOf(opened))).state.completedAt).toBe(desk.now());
    expect(desk.last('team.assigned').mail.text).toContain('Selasa, 24 November 2026 pukul 14.00 WIB');
  });

  it('says again what is missing when the superior is too low', async () => {
    await desk.writes('lukman.sardi', HOSTING);
    const supplied = await desk.answers(
      'lukman.sardi',
      desk.last('requester.incomplete'),
      'Pak Farid saya tembuskan.',
      {
        cc: ['farid.hakimi'],
      },
    );
    expect(supplied.told).toEqual(['requester.incomplete → lukman.sardi']);
    expect(await statusOf(supplied)).toBe('incomplete');
  });
});

describe('a request without a document', () => {
  const DELETION: Written = {
    subject: 'Penghapusan hosting IaaS SIMANTAP',
    text: 'Kami mengajukan penghapusan hosting IaaS aplikasi SIMANTAP lama (vm-simantap-01). Data sudah dipindahkan.',
    cc: ['dewi.anjarwati'],
  };
  const scannedLetter = async (): Promise<NonNullable<Written['attachments']>> => {
    const pdf = await PDFDocument.create();
    pdf.addPage();
    const filename = 'Surat permintaan kepada Kepala Pusintek.pdf';
    return [{ filename, type: 'application/pdf', content: await pdf.save() }];
  };

  it('names it, and goes on when a reply brings it', async () => {
    const opened = await desk.writes('lukman.sardi', DELETION);
    expect(opened.told).toEqual(['requester.incomplete → lukman.sardi']);
    expect(desk.last('requester.incomplete').mail.text).toContain(
      'Surat permintaan yang ditujukan kepada Kepala Pusintek',
    );
    const supplied = await desk.answers('lukman.sardi', desk.last('requester.incomplete'), 'Suratnya kami lampirkan.', {
      attachments: await scannedLetter(),
    });
    expect(supplied.told.slice(0, 2)).toEqual(['requester.progress → lukman.sardi', 'team.assigned → rft-hosting']);
    expect(numberOf(supplied)).toBe(numberOf(opened));
    expect(await statusOf(supplied)).toBe('assigned');
  });

  it('hands a reply that brings nothing to the desk, says what is still awaited and stays open', async () => {
    await desk.writes('lukman.sardi', DELETION);
    const asked = await desk.answers('lukman.sardi', desk.last('requester.incomplete'), 'Surat seperti apa formatnya?');
    expect(asked.told).toEqual(['requester.incomplete → lukman.sardi', 'desk.reply-unclear → meja-layanan']);
    expect(await statusOf(asked)).toBe('incomplete');
  });
});

describe('the team', () => {
  const open = (): Promise<Outcome> => desk.writes('mutia.zahra', { ...PASSWORD, cc: ['joyo.handoko'] });

  it('resolves with a note and a label', async () => {
    const opened = await open();
    const resolved = await desk.answers(
      'rft-akun',
      desk.last('team.assigned'),
      'selesai: password sudah kami reset, mohon diganti setelah masuk.\nlabel: Reset Password',
    );
    expect(resolved.told).toEqual(['requester.resolved → mutia.zahra']);
    const { state } = await desk.ticket(numberOf(opened));
    expect(state).toMatchObject({ status: 'resolved', label: 'Reset Password' });
    expect(desk.last('requester.resolved').mail.text).toContain('password sudah kami reset');
  });

  it('is asked for a note when it only says that it is done', async () => {
    const opened = await open();
    const bare = await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai');
    expect(bare.told).toEqual(['team.note-needed → rft-akun']);
    expect((await desk.ticket(numberOf(opened))).state.status).toBe('assigned');
  });

  it('resolves by a member’s own address', async () => {
    await open();
    const resolved = await desk.answers('tantri.lestari', desk.last('team.assigned'), 'selesai: sudah direset.');
    expect(resolved.told).toEqual(['requester.resolved → mutia.zahra']);
  });

  it('leaves a note that nobody else hears of', async () => {
    await open();
    const noted = await desk.answers('rft-akun', desk.last('team.assigned'), 'catatan: menunggu balasan vendor.');
    expect(noted.told).toEqual([]);
    expect(await statusOf(noted)).toBe('assigned');
  });

  it('is told when its words were kept as a note', async () => {
    await open();
    const noted = await desk.answers('rft-akun', desk.last('team.assigned'), 'Ini yang kemarin bukan ya?');
    expect(noted.told).toEqual(['team.noted → rft-akun']);
    expect(await statusOf(noted)).toBe('assigned');
  });
});

describe('the user’s last word', () => {
  const resolve = async (): Promise<Outcome> => {
    const opened = await desk.writes('mutia.zahra', { ...PASSWORD, cc: ['joyo.handoko'] });
    await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: sudah direset.');
    return opened;
  };

  it('closes with "sudah bisa, terima kasih"', async () => {
    await resolve();
    const closed = await desk.answers('mutia.zahra', desk.last('requester.resolved'), 'Sudah bisa, terima kasih');
    expect(closed.told).toEqual(['requester.closed → mutia.zahra']);
    expect(await statusOf(closed)).toBe('closed');
  });

  it('reopens to the same team with "masih error"', async () => {
    await resolve();
    const reopened = await desk.answers(
      'mutia.zahra',
      desk.last('requester.resolved'),
      'Masih error, password ditolak.',
    );
    expect(reopened.told).toEqual(['requester.reopened → mutia.zahra', 'team.reopened → rft-akun']);
    expect(await statusOf(reopened)).toBe('assigned');
    expect(desk.last('team.reopened').mail.text).toContain('password ditolak');
  });

  it('goes round again after a reopening', async () => {
    await resolve();
    await desk.answers('mutia.zahra', desk.last('requester.resolved'), 'Masih error.');
    const second = await desk.answers('rft-akun', desk.last('team.reopened'), 'selesai: direset ulang.');
    expect(second.told).toEqual(['requester.resolved → mutia.zahra']);
    const closed = await desk.answers('mutia.zahra', desk.last('requester.resolved'), 'Sudah bisa. Makasih');
    expect(await statusOf(closed)).toBe('closed');
  });

  it('counts from his second address as well', async () => {
    await desk.writes('sinta.widuri', { ...PASSWORD, cc: ['nirmala.hapsari'] });
    await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: sudah direset.');
    const closed = await desk.answers('swiduri', desk.last('requester.resolved'), 'Sudah bisa, terima kasih');
    expect(await statusOf(closed)).toBe('closed');
  });

  it('does nothing for thanks alone', async () => {
    await resolve();
    const thanks = await desk.answers('mutia.zahra', desk.last('requester.resolved'), 'Terima kasih');
    expect(thanks.told).toEqual([]);
    expect(await statusOf(thanks)).toBe('resolved');
  });

  it('reopens on the seventh day', async () => {
    await resolve();
    desk.setClock('2026-11-30T16:00:00+07:00');
    const reopened = await desk.answers('mutia.zahra', desk.last('requester.resolved'), 'Masih error lagi.');
    expect(await statusOf(reopened)).toBe('assigned');
    expect(await desk.statuses()).toHaveLength(1);
  });

  it('opens a new ticket that names the old one on the eighth day', async () => {
    const opened = await resolve();
    desk.setClock('2026-12-01T08:00:00+07:00');
    const late = await desk.answers(
      'mutia.zahra',
      desk.last('requester.resolved'),
      'Masih error, password email saya ditolak lagi.',
      { cc: ['joyo.handoko'] },
    );
    expect(await desk.statuses()).toHaveLength(2);
    const added = late.decision.tickets.find((change) => change.number !== numberOf(opened));
    expect((await desk.ticket(added?.number ?? '')).state.follows).toBe(numberOf(opened));
    expect((await desk.ticket(numberOf(opened))).state.status).toBe('resolved');
    expect(
      late.letters.some((letter) => letter.to.startsWith('mutia') && letter.mail.text.includes(numberOf(opened))),
    ).toBe(true);
  });
});

describe('other mails', () => {
  it('sends an incident to its team without Cc and form', async () => {
    const opened = await desk.writes('rizki.ananda', OUTAGE);
    expect(opened.told).toEqual(['requester.received → rizki.ananda', 'team.assigned → rft-jaringan']);
    expect(numberOf(opened)).toMatch(/^INC-261123-/);
  });

  it('answers a question about the state with the sender’s own tickets only', async () => {
    const mine = await desk.writes('mutia.zahra', PASSWORD);
    const other = await desk.writes('rizki.ananda', OUTAGE);
    const asked = await desk.writes('mutia.zahra', {
      subject: 'status tiket',
      text: `Bagaimana progres tiket ${numberOf(mine)} dan ${numberOf(other)}?`,
    });
    expect(asked.told).toEqual(['requester.status → mutia.zahra']);
    expect(asked.letters[0]?.mail.text).toContain(numberOf(mine));
    expect(asked.letters[0]?.mail.text).not.toContain(numberOf(other));
    expect(await desk.statuses()).toHaveLength(2);
  });

  it('opens a ticket for each wish and lists all in one letter', async () => {
    const opened = await desk.writes('lukman.sardi', {
      subject: 'Dua permohonan',
      text: 'Yth. Service Desk, mohon bantuan:\n\n1. Reset password email saya, lupa.\n2. Pengaktifan kembali hosting IaaS aplikasi SIMANTAP yang dinonaktifkan bulan lalu.\n\nLukman',
      cc: ['dewi.anjarwati'],
    });
    expect(opened.decision.tickets).toHaveLength(2);
    expect(opened.told.filter((line) => line.endsWith('lukman.sardi'))).toEqual(['requester.several → lukman.sardi']);
    for (const index of [0, 1]) expect(opened.letters[0]?.mail.text).toContain(numberOf(opened, index));
  });

  it('hands what it is not sure of to the desk, and one digit sends it on', async () => {
    const opened = await desk.writes('mutia.zahra', {
      subject: 'mohon bantuan email',
      text: 'Mohon bantuannya terkait email dinas saya, mau dibantu pengaturannya. Terima kasih',
      cc: ['joyo.handoko'],
    });
    expect(opened.told).toEqual(['requester.received → mutia.zahra', 'desk.triage → meja-layanan']);
    expect(await statusOf(opened)).toBe('triage');
    const sorted = await desk.answers('sinta.widuri', desk.last('desk.triage'), '1');
    expect(await statusOf(sorted)).not.toBe('triage');
    expect(sorted.told.some((line) => line.startsWith('requester.'))).toBe(true);
  });

  it('writes English to who wrote English, and Indonesian to the team', async () => {
    const opened = await desk.writes('mutia.zahra', {
      subject: 'password reset',
      text: 'Dear Service Desk,\n\nI forgot my email password after my leave. Please reset my email password.\n\nRegards,\nMutia',
      cc: ['joyo.handoko'],
    });
    expect(opened.letters[0]?.mail.text).toMatch(/Dear|Ticket number/);
    expect(desk.last('team.assigned').mail.text).toContain('Mohon dikerjakan');
  });

  it('takes the same mail twice for one', async () => {
    const mail = { ...PASSWORD, messageId: 'sama@mail.kemenkeu.example' };
    await desk.writes('mutia.zahra', mail);
    desk.pass(-1_000);
    const again = await desk.writes('mutia.zahra', mail);
    expect(again.told).toEqual([]);
    expect(await desk.statuses()).toHaveLength(1);
  });

  it('opens nothing new when the requester only adds a word to an open ticket', async () => {
    await desk.writes('mutia.zahra', { ...PASSWORD, cc: ['joyo.handoko'] });
    desk.pass(DAY);
    const more = await desk.answers(
      'mutia.zahra',
      desk.last('requester.received'),
      'Nomor HP saya 0812-0000-1234 bila perlu.',
    );
    expect(more.told).toEqual(['team.message → rft-akun']);
    expect(await desk.statuses()).toHaveLength(1);
  });
});
