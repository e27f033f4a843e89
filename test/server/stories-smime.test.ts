/** A deployment whose servers say nothing of the sender, but that trusts an authority whose certificates its people sign mail with (S/MIME). */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAuthority, makeIdentity, pemOf, type Identity } from '../support/certificates.ts';
import { signMail, type MailSigning } from '../support/sign-mail.ts';
import { openTown, type Town, type Writing } from '../support/town.ts';

const DEWI = 'dewi.anjarwati';
const LUKMAN = 'lukman.sardi';
const FOR_MAIL = '1.3.6.1.5.5.7.3.4';

let folder: string;
let dewi: Identity;
let lukman: Identity;
let town: Town;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loket-authorities-'));
  const issuer = await makeAuthority();
  writeFileSync(join(folder, 'otoritas.pem'), pemOf(issuer));
  const of = (who: string): Promise<Identity> =>
    makeIdentity({ name: who, addresses: [`${who}@kemenkeu.example`], issuer, purposes: [FOR_MAIL] });
  [dewi, lukman] = await Promise.all([of(DEWI), of(LUKMAN)]);
  town = await openTown({ config: { authentication: { when_absent: 'desk', smime: { authorities: folder } } } });
});
afterAll(async () => {
  await town.close();
  await rm(folder, { recursive: true, force: true });
});

const by =
  (signer: Identity, signing: Partial<MailSigning> = {}): NonNullable<Writing['sign']> =>
  (raw) =>
    signMail(raw, signer, { at: new Date(town.now()), ...signing });

const asks = (application: string, form: 'clear' | 'block'): Promise<void> =>
  town.writes(LUKMAN, {
    subject: `Pengaktifan kembali hosting IaaS ${application}`,
    text: `Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi ${application} yang dinonaktifkan bulan lalu.\n\nLukman`,
    cc: [DEWI],
    auth: 'absent',
    sign: by(lukman, { form }),
  });

const statuses = (): readonly string[] => town.statuses().map((line) => line.split(': ')[1] ?? '');

it('counts a signed yes, and neither an unsigned one nor a copy of it under another envelope', async () => {
  await asks('SIMANTAP', 'clear');
  expect(statuses()).toEqual(['awaiting-approval']);

  await town.answers(DEWI, 'approver.please-approve', 'Setuju.', { auth: 'absent' });
  expect(statuses()).toEqual(['awaiting-approval']);
  expect(town.letter('approver.ask-word', DEWI).text).toContain('pengirimnya belum dapat kami pastikan');

  let sent = '';
  const sign = async (raw: string): Promise<string> => (sent = await by(dewi)(raw));
  await town.answers(DEWI, 'approver.please-approve', 'Setuju.', { auth: 'absent', sign });
  expect(statuses()).toEqual(['assigned']);
  const [given] = town.desk.query<{ payload: string }>("select payload from events where type = 'ApprovalGiven'");
  expect(given?.payload).toContain('"grade":"aligned"');

  await asks('SIPANDU', 'block');
  expect(statuses()).toEqual(['assigned', 'awaiting-approval']);
  const second = town.letter('approver.please-approve', DEWI);
  town.told();
  const copy = sent
    .replace(/^Message-ID: <[^>]*>/im, 'Message-ID: <palsu@mail.kemenkeu.example>')
    .replace(/^Subject: (?:.*\r\n)(?:[ \t].*\r\n)*/im, `Subject: Re: ${second.subject}\r\n`)
    .replace(/^In-Reply-To: <[^>]*>/im, `In-Reply-To: <${second.messageId}>`)
    .replace(/^References: (?:.*\r\n)(?:[ \t].*\r\n)*/im, `References: <${second.messageId}>\r\n`);
  await town.arrives(copy);
  expect(statuses()).toEqual(['assigned', 'awaiting-approval']);
  expect(town.told()).toEqual([]);
  const held = town.desk.query<{ disposition: string }>('select disposition from ledger where held = 1');
  expect(held).toEqual([{ disposition: 'hold:authentication-failed' }]);

  await town.answers(DEWI, second, 'Setuju.', { auth: 'absent', sign: by(dewi, { form: 'block', header: 'fields' }) });
  expect(statuses()).toEqual(['assigned', 'assigned']);
});
