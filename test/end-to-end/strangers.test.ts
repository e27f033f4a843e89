import { afterEach, describe, expect, it } from 'vitest';
import { openDesk, type Desk, type Sent, type Written } from './desk.ts';

let desk: Desk;
afterEach(() => desk.close());

const PASSWORD: Written = {
  subject: 'lupa password email',
  text: 'Mohon bantuannya untuk reset password email saya, lupa setelah cuti.\n\nMutia Zahra',
  cc: ['joyo.handoko'],
  messageId: 'sandi@mail.kemenkeu.example',
};

/** Mutia's request, which the team has before it. */
async function assigned(): Promise<Sent> {
  desk = await openDesk();
  await desk.writes('mutia.zahra', PASSWORD);
  return desk.last('team.assigned');
}

describe('a stranger learns nothing', () => {
  it.each(['orang@luar.example', 'mutia.zahra@kemenkeu.example.attacker.example'])(
    'from outside, quoting a number (%s)',
    async (who) => {
      const letter = await assigned();
      const answer = await desk.writes(who, { subject: `Re: ${letter.mail.subject}`, text: 'Bagaimana statusnya?' });
      expect(answer.told).toEqual([]);
      expect(answer.decision.disposition).toEqual({ kind: 'hold', reason: 'outside' });
    },
  );

  it('from inside, quoting a number and the requester’s Message-ID', async () => {
    const letter = await assigned();
    const answer = await desk.writes('nadhifa.rahmah', {
      subject: `Re: ${letter.mail.subject}`,
      text: 'Bagaimana status tiket ini, sudah sampai mana?',
      inReplyTo: 'sandi@mail.kemenkeu.example',
    });
    for (const sent of answer.letters.filter((one) => one.to.startsWith('nadhifa'))) {
      expect(sent.ticket).not.toBe(letter.ticket);
      expect(sent.mail.text).not.toMatch(/Mutia|Joyo|Akun dan Email|13\.00/);
    }
    expect((await desk.ticket(letter.ticket ?? '')).state.status).toBe('assigned');
  });

  it('from inside, by a command for a number: he gets a number of his own, and the desk looks', async () => {
    const letter = await assigned();
    const told = await desk.writes('budi.santosa', {
      subject: `Re: ${letter.mail.subject}`,
      text: 'selesai: sudah beres',
    });
    expect(told.told).toEqual(['requester.received → budi.santosa', 'desk.triage → meja-layanan']);
    expect(told.letters.map(({ ticket }) => ticket)).not.toContain(letter.ticket);
    expect(told.letters[0]?.mail.text).not.toContain('Mutia');
    expect((await desk.ticket(letter.ticket ?? '')).state.status).toBe('assigned');
  });

  it('by a Reply-To of his own', async () => {
    desk = await openDesk();
    const answer = await desk.writes('mutia.zahra', { ...PASSWORD, headers: ['Reply-To: orang@luar.example'] });
    expect(answer.letters.flatMap((sent) => sent.mail.to).some((to) => to.address.includes('luar'))).toBe(false);
  });

  it('by a forwarded status letter or a colleague’s question', async () => {
    const letter = await assigned();
    const asked = await desk.writes('nadhifa.rahmah', {
      subject: 'status tiket',
      text: `Status tiket ${letter.ticket}?`,
    });
    expect(asked.letters.map((sent) => sent.mail.text).join('\n')).not.toMatch(/Mutia|Akun dan Email/);
  });
});

describe('an address that takes no answers', () => {
  it('of our own domain gets no letter; the desk sees what it asks, and may release it', async () => {
    desk = await openDesk();
    const kept = await desk.writes('noreply.simpel', {
      subject: 'lupa password',
      text: 'Mohon reset password email a.n. Mutia Zahra, NIP 199203042016012002. Email ini dikirim oleh aplikasi SIMPEL.',
      headers: [],
    });

    expect(kept.told).toEqual([]);
    expect(kept.decision).toMatchObject({
      disposition: { kind: 'hold', reason: 'no-address' },
      autoReply: false,
      noReplyReason: 'no-address',
      asked: [{ kind: 'request', variant: 'ITSM.8/reset-password' }],
    });
  });

  it('gets none either where it answers a letter of ours', async () => {
    const letter = await assigned();
    const answer = await desk.writes('no-reply', {
      subject: `Re: ${letter.mail.subject}`,
      text: 'Dokumen Anda sudah diterima oleh sistem.',
    });

    expect(answer.told.filter((one) => one.includes('no-reply'))).toEqual([]);
  });
});
