import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { HOUR } from '../../src/shared/time.ts';
import { nameOf, openDesk, type Desk, type Outcome, type Written } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const HOSTING: Written = {
  subject: 'Pengaktifan kembali hosting IaaS SIMANTAP',
  text: 'Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi SIMANTAP yang dinonaktifkan bulan lalu.\n\nLukman Sardiman',
  cc: ['dewi.anjarwati'],
};
const PASSWORD: Written = {
  subject: 'lupa password email',
  text: 'Mohon bantuannya untuk reset password email saya, lupa setelah cuti.',
};

const numberOf = (outcome: Outcome): string => outcome.decision.tickets[0]?.number ?? '';
const statusOf = async (number: string): Promise<string> => (await desk.ticket(number)).state.status;

async function reopenWith(change: (rulebook: Rulebook) => Rulebook): Promise<void> {
  await desk.close();
  desk = await openDesk({ rulebook: change });
}

const asking =
  (ask: 'nearest' | 'any' | 'all') =>
  (rulebook: Rulebook): Rulebook => ({
    ...rulebook,
    services: rulebook.services.map((service) => ({
      ...service,
      variants: service.variants.map((variant) =>
        variant.approval ? { ...variant, approval: { ...variant.approval, ask } } : variant,
      ),
    })),
  });

/** Hosting of Lukman, shown to Dewi. */
async function asked(): Promise<string> {
  return numberOf(await desk.writes('lukman.sardi', HOSTING));
}

const toDewi = (words: string, more = {}): Promise<Outcome> =>
  desk.answers('dewi.anjarwati', desk.last('approver.please-approve', 'dewi.anjarwati'), words, more);

describe('who is asked', () => {
  const both = { ...HOSTING, cc: ['harun.alamsyah', 'dewi.anjarwati', 'farid.hakimi'] };

  it('of several who qualify the nearest, and nobody else in Cc hears of it', async () => {
    const opened = await desk.writes('lukman.sardi', both);
    expect(opened.told).toEqual(['requester.received → lukman.sardi', 'approver.please-approve → dewi.anjarwati']);
  });

  it('counts another who qualifies by a letter of his own, and nobody is asked twice', async () => {
    const opened = await desk.writes('lukman.sardi', both);
    const message = opened.decision.mail;
    expect(message).not.toBeNull();
    const replyAll = await desk.writes('harun.alamsyah', {
      subject: `Re: ${desk.last('requester.received').mail.subject}`,
      text: 'Setuju, silakan diproses.',
      inReplyTo: '1.lukman.sardi@mail.kemenkeu.example',
    });
    expect(replyAll.told).toEqual(['approver.ask-word → harun.alamsyah']);
    const word = await desk.answers('harun.alamsyah', desk.last('approver.ask-word', 'harun.alamsyah'), 'Setuju');
    expect(word.told).toEqual(['requester.progress → lukman.sardi', 'team.assigned → rft-hosting']);
    const late = await toDewi('Setuju');
    expect(late.told).toEqual([]);
    expect(await statusOf(numberOf(opened))).toBe('assigned');
  });

  it('asks one after the other where the rule wants all of them', async () => {
    await reopenWith(asking('all'));
    const opened = await desk.writes('lukman.sardi', both);
    const first = await toDewi('Setuju');
    expect(first.told).toEqual(['approver.please-approve → harun.alamsyah']);
    expect(await statusOf(numberOf(opened))).toBe('awaiting-approval');
    const letter = desk.last('approver.please-approve', 'harun.alamsyah');
    const second = await desk.answers('harun.alamsyah', letter, 'Setuju');
    expect(second.told).toEqual(['requester.progress → lukman.sardi', 'team.assigned → rft-hosting']);
  });

  it('takes nobody else where the rule wants the nearest alone', async () => {
    await reopenWith(asking('nearest'));
    await desk.writes('lukman.sardi', both);
    const other = await desk.writes('harun.alamsyah', {
      subject: `Re: ${desk.last('requester.received').mail.subject}`,
      text: 'Setuju.',
      inReplyTo: '1.lukman.sardi@mail.kemenkeu.example',
    });
    expect(other.told).toEqual(['desk.reply-unclear → meja-layanan']);
  });
});

describe('an answer that is not plain', () => {
  it('is asked back, and a question goes to the desk as well', async () => {
    const number = await asked();
    const question = await toDewi('Ini untuk apa ya?');
    expect(question.told).toContain('approver.ask-word → dewi.anjarwati');
    const word = await desk.answers('dewi.anjarwati', desk.last('approver.ask-word'), 'Setuju');
    expect(word.told).toContain('team.assigned → rft-hosting');
    expect(await statusOf(number)).toBe('assigned');
  });

  it('sent by a secretary is asked of the approver himself', async () => {
    const number = await asked();
    const sent = await toDewi('Sesuai arahan Ibu, disetujui.', { headers: ['Sender: siti.rohana@kemenkeu.example'] });
    expect(sent.told).toEqual(['approver.ask-word → dewi.anjarwati']);
    expect(desk.last('approver.ask-word').mail.text).toContain('akun orang lain');
    expect(await statusOf(number)).toBe('awaiting-approval');
    await desk.answers('dewi.anjarwati', desk.last('approver.ask-word'), 'Setuju');
    expect(await statusOf(number)).toBe('assigned');
  });

  it('below the grade asked counts when the mailbox of the directory answers', async () => {
    const number = await asked();
    const doubtful = await toDewi('Setuju', { auth: 'absent' });
    expect(doubtful.told).toEqual(['approver.ask-word → dewi.anjarwati']);
    expect(await statusOf(number)).toBe('awaiting-approval');
    const challenge = desk.last('approver.ask-word');
    const answered = await desk.answers('dewi.anjarwati', challenge, 'Setuju', { auth: 'absent' });
    expect(answered.told).toContain('team.assigned → rft-hosting');
    expect(await statusOf(number)).toBe('assigned');
  });

  it('below the grade asked goes to the desk where the office wants no question', async () => {
    await reopenWith((rulebook) => {
      const may = { internal: ['approve'], aligned: ['approve'], absent: [] } as const;
      return { ...rulebook, authentication: { may, below: 'desk' } };
    });
    await asked();
    expect((await toDewi('Setuju', { auth: 'absent' })).told).toEqual(['desk.reply-unclear → meja-layanan']);
  });
});

describe('a short yes', () => {
  it('counts, and its writer hears at once how to take it back', async () => {
    const number = await asked();
    const weak = await toDewi('Ok');
    expect(weak.told).toEqual([
      'approver.receipt → dewi.anjarwati',
      'requester.progress → lukman.sardi',
      'team.assigned → rft-hosting',
    ]);
    const back = await desk.answers('dewi.anjarwati', desk.last('approver.receipt'), 'Batal.');
    expect(back.told).toEqual(['approver.ask-word → dewi.anjarwati', 'team.stop → rft-hosting']);
    expect(await statusOf(number)).toBe('awaiting-approval');
    const again = await desk.answers('dewi.anjarwati', desk.last('approver.ask-word'), 'Setuju');
    expect(again.told).toContain('team.assigned → rft-hosting');
  });

  it('is also one that tells more than a yes, as others did before', async () => {
    const number = await asked();
    const told = await toDewi('Setuju, anaknya rajin dan memang yang paling sering dinas.');
    expect(told.told).toContain('approver.receipt → dewi.anjarwati');
    expect(await statusOf(number)).toBe('assigned');
    const back = await desk.answers('dewi.anjarwati', desk.last('approver.receipt'), 'Batal.');
    expect(back.told).toContain('team.stop → rft-hosting');
    expect(await statusOf(number)).toBe('awaiting-approval');
  });

  it('needs no receipt where it was plain', async () => {
    await asked();
    expect((await toDewi('Saya setuju.')).told).not.toContain('approver.receipt → dewi.anjarwati');
  });
});

describe('a change of mind', () => {
  it('ends the request before work has begun, and the team hears of it', async () => {
    const number = await asked();
    const letter = desk.last('approver.please-approve');
    await toDewi('Setuju');
    const no = await desk.answers('dewi.anjarwati', letter, 'Maaf, tidak setuju. Anggarannya dibatalkan.');
    expect(no.told).toEqual(['requester.refused → lukman.sardi', 'team.stop → rft-hosting']);
    expect(await statusOf(number)).toBe('rejected');
    expect((await desk.ticket(number)).state.approvedBy).toEqual([]);
  });

  it('makes the first letter worthless: only an answer to the new one counts', async () => {
    const number = await asked();
    const letter = desk.last('approver.please-approve');
    await toDewi('Ok');
    await desk.answers('dewi.anjarwati', desk.last('approver.receipt'), 'Batal.');
    const replayed = await desk.answers('dewi.anjarwati', letter, 'Setuju');
    expect(replayed.told).toEqual(['approver.ask-word → dewi.anjarwati']);
    expect(await statusOf(number)).toBe('awaiting-approval');
    const word = await desk.answers('dewi.anjarwati', desk.last('approver.ask-word'), 'Setuju');
    expect(word.told).toContain('team.assigned → rft-hosting');
  });

  it('goes to the desk when the work is done', async () => {
    const number = await asked();
    const letter = desk.last('approver.please-approve');
    await toDewi('Setuju');
    await desk.answers('rft-hosting', desk.last('team.assigned'), 'selesai: hosting sudah aktif kembali.');
    const no = await desk.answers('dewi.anjarwati', letter, 'Maaf, tidak setuju.');
    expect(no.told).toEqual(['desk.reply-unclear → meja-layanan']);
    expect(await statusOf(number)).toBe('resolved');
  });

  it('after the end counts for nothing, and he is told how to go on', async () => {
    const number = await asked();
    const letter = desk.last('approver.please-approve');
    desk.setClock('2026-12-08T10:00:00+07:00');
    await desk.ticks();
    desk.setClock('2026-12-10T10:00:00+07:00');
    await desk.ticks();
    expect(await statusOf(number)).toBe('cancelled');
    const late = await desk.answers('dewi.anjarwati', letter, 'Setuju');
    expect(late.told).toEqual(['approver.over → dewi.anjarwati']);
    expect(await statusOf(number)).toBe('cancelled');
    const more = await desk.answers('dewi.anjarwati', desk.last('approver.over'), 'Baik, setuju.');
    expect(more.told).toEqual([]);
  });
});

describe('the wrong superior', () => {
  it('is not asked again; the requester names another, whoever he is said to be', async () => {
    const number = await asked();
    const declined = await toDewi('Bukan saya atasannya, silakan ke Pak Harun Alamsyah.');
    expect(declined.told).toEqual(['requester.other-superior → lukman.sardi']);
    expect(desk.last('requester.other-superior').mail.text).toContain('Yang disebut dalam jawaban itu: Bapak Harun');
    expect(await statusOf(number)).toBe('incomplete');
    const letter = desk.last('requester.other-superior');
    const named = await desk.answers(
      'lukman.sardi',
      letter,
      'Atasan sudah saya Cc, mohon permintaan ini dilanjutkan.',
      {
        cc: ['dewi.anjarwati', 'harun.alamsyah'],
      },
    );
    expect(named.told).toContain('approver.please-approve → harun.alamsyah');
    expect(named.told).not.toContain('approver.please-approve → dewi.anjarwati');
    await desk.answers('harun.alamsyah', desk.last('approver.please-approve', 'harun.alamsyah'), 'Setuju');
    expect(await statusOf(number)).toBe('assigned');
  });
});

describe('an approver who is away', () => {
  const AWAY = {
    subject: 'Balasan otomatis: Mohon persetujuan',
    headers: ['Auto-Submitted: auto-replied'],
    withoutQuote: true,
  };

  it('is told to the requester and the desk, once, with the day of his return', async () => {
    const number = await asked();
    const text = 'Setuju. Saya sedang cuti dan akan kembali bekerja pada Senin, 30 November 2026.';
    const away = await toDewi(text, AWAY);
    expect(away.told).toEqual(['requester.approver-away → lukman.sardi', 'desk.approval → meja-layanan']);
    expect(desk.last('requester.approver-away').mail.text).toContain('sampai dengan Minggu, 29 November 2026');
    expect(await statusOf(number)).toBe('awaiting-approval');
    expect((await toDewi('Saya sedang cuti.', AWAY)).told).toEqual([]);
  });

  it('is replaced by the acting official of the register on that day', async () => {
    desk.setClock('2026-11-17T09:00:00+07:00');
    const opened = await desk.writes('fransiska.lengkong', { ...HOSTING, cc: ['rukmini.daryanti'] });
    const letter = desk.last('approver.please-approve', 'rukmini.daryanti');
    const away = await desk.answers('rukmini.daryanti', letter, 'Saya sedang dinas luar s.d. 20 November 2026.', AWAY);
    expect(away.told).toEqual([
      'requester.approver-away → fransiska.lengkong',
      'approver.please-approve → ahmad.ridho',
    ]);
    const yes = await desk.answers('ahmad.ridho', desk.last('approver.please-approve', 'ahmad.ridho'), 'Setuju');
    expect(yes.told).toContain('team.assigned → rft-hosting');
    expect(await statusOf(numberOf(opened))).toBe('assigned');
  });

  it('whose appointment has ended when he answers counts no more', async () => {
    desk.setClock('2026-11-20T09:00:00+07:00');
    const opened = await desk.writes('fransiska.lengkong', { ...HOSTING, cc: ['ahmad.ridho'] });
    desk.setClock('2026-11-23T09:00:00+07:00');
    const letter = desk.last('approver.please-approve', 'ahmad.ridho');
    expect((await desk.answers('ahmad.ridho', letter, 'Setuju')).told).toEqual(['desk.reply-unclear → meja-layanan']);
    expect(await statusOf(numberOf(opened))).toBe('awaiting-approval');
  });
});

describe('an approver who does not answer', () => {
  const upwards = (rulebook: Rulebook): Rulebook => ({
    ...rulebook,
    followUp: { ...rulebook.followUp, approval: { ...rulebook.followUp.approval, askNextSuperior: true } },
  });

  it('is joined by the next superior up where the rules say so; the first answer of either counts', async () => {
    await reopenWith(upwards);
    const number = await asked();
    const told: string[] = [];
    while (desk.now() < Date.parse('2026-11-26T12:00:00+07:00')) {
      desk.pass(HOUR);
      told.push(...(await desk.ticks()).map((sent) => `${sent.template} → ${nameOf(sent.to)}`));
    }
    expect(told).toContain('desk.reminder → meja-layanan');
    expect(told).toContain('approver.please-approve → harun.alamsyah');
    expect(desk.last('desk.reminder').mail.text).toMatch(/Dewi Anjarwati belum menjawab/);
    expect(desk.last('desk.reminder').mail.text).not.toMatch(/Harun Alamsyah belum menjawab/);
    const yes = await toDewi('Setuju');
    expect(yes.told).toContain('team.assigned → rft-hosting');
    const second = await desk.answers(
      'harun.alamsyah',
      desk.last('approver.please-approve', 'harun.alamsyah'),
      'Setuju',
    );
    expect(second.told).toEqual([]);
    expect(await statusOf(number)).toBe('assigned');
  });
});

describe('a superior who was only told', () => {
  const told = async (): Promise<string> => {
    const opened = await desk.writes('mutia.zahra', { ...PASSWORD, cc: ['joyo.handoko'] });
    return numberOf(opened);
  };

  it('may object before the work is done; it rests until the desk lets it go on', async () => {
    const number = await told();
    const letter = desk.last('superior.for-information');
    const objects = await desk.answers('joyo.handoko', letter, 'Saya keberatan, akunnya akan dialihkan.');
    expect(objects.told).toEqual([
      'desk.approval → meja-layanan',
      'requester.objection → mutia.zahra',
      'team.stop → rft-akun',
    ]);
    expect((await desk.ticket(number)).state).toMatchObject({ status: 'on-hold', holdCause: 'objection' });
    const on = await desk.answers('meja-layanan', desk.last('desk.approval'), 'Lanjutkan, sudah dibicarakan.');
    expect(on.told).toEqual([
      'requester.progress → mutia.zahra',
      'team.stop → rft-akun',
      'superior.resumed → joyo.handoko',
    ]);
    expect(await statusOf(number)).toBe('assigned');
  });

  it('may object again by answering the letter that the work goes on', async () => {
    const number = await told();
    await desk.answers('joyo.handoko', desk.last('superior.for-information'), 'Saya keberatan.');
    await desk.answers('meja-layanan', desk.last('desk.approval'), 'Lanjutkan.');

    await desk.answers('joyo.handoko', desk.last('superior.resumed'), 'Saya tetap keberatan.');

    expect((await desk.ticket(number)).state).toMatchObject({ status: 'on-hold', holdCause: 'objection' });
  });

  it.each(['Tidak setuju, akunnya akan dialihkan.', 'Saya keberatan, mohon jangan diproses.'])(
    'objects in the thread, too: “%s”',
    async (words) => {
      const number = await told();

      const { told: letters } = await desk.answers('joyo.handoko', desk.last('requester.received'), words);

      expect(letters).toEqual([
        'desk.approval → meja-layanan',
        'requester.objection → mutia.zahra',
        'team.stop → rft-akun',
      ]);
      expect((await desk.ticket(number)).state).toMatchObject({ status: 'on-hold', holdCause: 'objection' });
    },
  );

  it.each([
    ['Tidak setuju, akunnya akan dialihkan.', 'joyo.handoko', 'absent'],
    ['Tidak setuju, akunnya akan dialihkan.', 'dewi.anjarwati', 'aligned'],
    ['Setuju, silakan.', 'joyo.handoko', 'aligned'],
  ] as const)('stops nothing in the thread by “%s” of %s (%s)', async (words, who, auth) => {
    const number = await told();

    await desk.answers(who, desk.last('requester.received'), words, auth === 'absent' ? { auth } : {});

    expect(await statusOf(number)).toBe('assigned');
  });

  it('may take his objection back himself', async () => {
    const number = await told();
    const letter = desk.last('superior.for-information');
    await desk.answers('joyo.handoko', letter, 'Saya keberatan.');
    const { told: letters } = await desk.answers('joyo.handoko', letter, 'Setuju, silakan dilanjutkan.');
    expect(letters).not.toContain('superior.resumed → joyo.handoko');
    expect(await statusOf(number)).toBe('assigned');
  });

  it.each(['Terima kasih infonya.', 'selesai: sudah beres.'])('says nothing of it with "%s"', async (words) => {
    const number = await told();
    await desk.answers('joyo.handoko', desk.last('superior.for-information'), words);
    expect(await statusOf(number)).toBe('assigned');
  });

  it('objects to nothing by a mail that nothing vouches for', async () => {
    const number = await told();
    const letter = desk.last('superior.for-information');
    await desk.answers('joyo.handoko', letter, 'Saya keberatan.', { auth: 'absent' });
    expect(await statusOf(number)).toBe('assigned');
  });
});
