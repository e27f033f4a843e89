/** An office whose servers say nothing of senders, but whose people sign with S/MIME: what a signature is worth, and what a copy of one. */
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { makeAuthority, makeIdentity, pemOf, type Identity } from '../support/certificates.ts';
import { signMail, type MailSigning } from '../support/sign-mail.ts';
import { openDesk, type Answered, type Desk, type Outcome, type Written } from './desk.ts';

const LUKMAN = 'lukman.sardi';
const DEWI = 'dewi.anjarwati';
const HOSTING: Written = {
  subject: 'Pengaktifan kembali hosting IaaS SIMANTAP',
  text: 'Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi SIMANTAP yang dinonaktifkan bulan lalu.\n\nLukman',
  cc: [DEWI],
  auth: 'absent',
};

let authority: Identity;
let dewi: Identity;
let lukman: Identity;
let desk: Desk;

beforeAll(async () => {
  authority = await makeAuthority();
  const of = (who: string): Promise<Identity> =>
    makeIdentity({ name: who, addresses: [`${who}@kemenkeu.example`], issuer: authority });
  [dewi, lukman] = await Promise.all([of(DEWI), of(LUKMAN)]);
});
beforeEach(async () => {
  desk = await openDesk({ whenAbsent: 'desk', authorities: [pemOf(authority)] });
});
afterEach(() => desk.close());

/** Signed by the desk's clock, so many ms before now. */
const by =
  (signer: Identity, signing: Partial<MailSigning> = {}, before = 0): NonNullable<Written['sign']> =>
  (raw) =>
    signMail(raw, signer, { at: new Date(desk.now() - before), ...signing });

const statuses = async (): Promise<readonly string[]> =>
  (await desk.statuses()).map((line) => line.split(': ')[1] ?? '');
const senderOf = ({ decision }: Outcome): string | undefined =>
  decision.trace.find(({ rule }) => rule === 'sender/smime')?.detail;

async function asked(): Promise<void> {
  const outcome = await desk.writes(LUKMAN, { ...HOSTING, sign: by(lukman) });
  expect(senderOf(outcome)).toBe('signed by lukman.sardi@kemenkeu.example');
  expect(await statuses()).toEqual(['awaiting-approval']);
}

const agrees = (more: Answered): Promise<Outcome> =>
  desk.answers(DEWI, desk.last('approver.please-approve', DEWI), 'Setuju.', { auth: 'absent', ...more });

it.each(['clear', 'block'] as const)('counts a yes signed as %s', async (form) => {
  await asked();
  const outcome = await agrees({ sign: by(dewi, { form }) });
  expect(senderOf(outcome)).toBe('signed by dewi.anjarwati@kemenkeu.example');
  expect(await statuses()).toEqual(['assigned']);
});

it.each<readonly [string, () => Answered, string]>([
  ['by another person', () => ({ sign: by(lukman) }), 'of another address'],
  ['days ago', () => ({ sign: by(dewi, {}, 4 * 86_400_000) }), 'too long before'],
  ['before the letter was written that it answers', () => ({ sign: by(dewi, {}, 60 * 60_000) }), 'before the letter'],
  ['at a time that is to come', () => ({ sign: by(dewi, {}, -3_600_000) }), 'after the mail came'],
  ['without a time', () => ({ sign: by(dewi, { at: null }) }), 'does not say when'],
])('asks back where a yes is signed %s', async (_what, more, why) => {
  await asked();
  desk.pass(30 * 60_000);
  const outcome = await agrees(more());
  expect(senderOf(outcome)).toContain(why);
  expect(outcome.told).toEqual(['approver.ask-word → dewi.anjarwati']);
  expect(await statuses()).toEqual(['awaiting-approval']);
});

it('holds a copy of a signed yes under another envelope, and the desk sees it', async () => {
  await asked();
  let sent = '';
  await agrees({ sign: async (raw) => (sent = await by(dewi)(raw)) });
  expect(await statuses()).toEqual(['assigned']);

  await desk.writes(LUKMAN, { ...HOSTING, subject: `${HOSTING.subject} (kedua)`, sign: by(lukman) });
  const second = desk.last('approver.please-approve', DEWI);
  const copy = sent
    .replace(/^Message-ID: <[^>]*>/im, 'Message-ID: <palsu@mail.kemenkeu.example>')
    .replace(/^In-Reply-To: <[^>]*>/im, `In-Reply-To: <${second.mail.messageId}>`)
    .replace(/^References: .*$/im, `References: <${second.mail.messageId}>`);
  const outcome = await desk.arrives(copy);

  expect(outcome.rule).toBe('authentication-failed');
  expect(senderOf(outcome)).toBe('this very signature came with another mail before');
  expect(outcome.letters).toEqual([]);
  expect(await statuses()).toEqual(['assigned', 'awaiting-approval']);
  expect((await desk.store.deskBook.held(10)).map(({ disposition }) => disposition)).toEqual([
    'hold:authentication-failed',
  ]);
});

it('knows the same signed mail when it comes again, and counts it once', async () => {
  await asked();
  let sent = '';
  await agrees({ sign: async (raw) => (sent = await by(dewi)(raw)) });
  const again = await desk.arrives(sent);
  expect([again.rule, again.letters]).toEqual(['seen-before', []]);
  expect((await desk.arrives(sent.replace(/^Subject: .*$/im, 'Subject: Hapus'))).rule).toBe(
    'message-id-of-another-mail',
  );
});

it('knows a copy by the Message-ID that is signed with it, whatever stands outside', async () => {
  await asked();
  let sent = '';
  await agrees({ sign: async (raw) => (sent = await by(dewi, { header: 'fields' })(raw)) });
  expect(await statuses()).toEqual(['assigned']);
  const copy = sent
    .replace(/^Message-ID: <[^>]*>/im, 'Message-ID: <palsu@mail.kemenkeu.example>')
    .replace(/^Subject: .*$/im, 'Subject: Hapus semua akun');
  expect((await desk.arrives(copy)).rule).toBe('seen-before');
});

it('does not take signed words for an answer that were not written to a letter of ours', async () => {
  await asked();
  const [number] = (await desk.statuses()).map((line) => line.split(': ')[0] ?? '');
  const said = { subject: `${number}`, text: 'Setuju.', auth: 'absent' } as const;
  const outcome = await desk.writes(DEWI, { ...said, sign: by(dewi) });
  expect(senderOf(outcome)).toBe('its words may have been meant for somebody else');
  expect(await statuses()).toEqual(['awaiting-approval']);
});

it('takes them where our address is signed with them', async () => {
  await asked();
  const [number] = (await desk.statuses()).map((line) => line.split(': ')[0] ?? '');
  const outcome = await desk.writes(DEWI, {
    subject: `Re: ${number}`,
    text: 'Setuju.',
    auth: 'absent',
    sign: by(dewi, { header: 'fields' }),
  });
  expect(senderOf(outcome)).toBe('signed by dewi.anjarwati@kemenkeu.example');
});

it('leaves a sender as sure as our own servers say', async () => {
  await desk.writes(LUKMAN, { ...HOSTING, auth: 'aligned', sign: by(lukman, { at: null }) });
  expect(await statuses()).toEqual(['awaiting-approval']);
  const forged = await agrees({ auth: 'failed', sign: by(dewi) });
  expect(forged.rule).toBe('authentication-failed');
});

it('reads what is signed as one block by anybody', async () => {
  const stranger = await makeIdentity({ name: 'x', addresses: ['mutia.zahra@kemenkeu.example'] });
  const outcome = await desk.writes('mutia.zahra', {
    subject: 'Lupa password',
    text: 'Mohon reset password email saya, saya lupa passwordnya.',
    cc: ['joyo.handoko'],
    sign: by(stranger, { form: 'block' }),
  });
  expect(outcome.told).toContain('requester.received → mutia.zahra');
  expect(senderOf(outcome)).toContain('leads to no authority');
});
