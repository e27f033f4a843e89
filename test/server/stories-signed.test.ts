/** A deployment whose own servers say nothing of the sender, but that may ask DNS: signatures speak for people, on a real mailbox. */
import { dkimSign } from 'mailauth';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startNameServer, type NameServer } from '../authenticate/name-server.ts';
import { signingKey } from '../authenticate/signing-key.ts';
import { openTown, type Town, type Writing } from '../support/town.ts';

const OURS = signingKey();
const FORGED = signingKey();
const DEWI = 'dewi.anjarwati';
const LUKMAN = 'lukman.sardi';

let names: NameServer;
let town: Town;
beforeAll(async () => {
  names = await startNameServer({ 'kini._domainkey.kemenkeu.example': OURS.record });
  const authentication = { when_absent: 'desk', dns_check: true, nameservers: [names.address] };
  town = await openTown({ config: { authentication } });
});
afterAll(async () => {
  await town.close();
  await names.close();
});

const signedWith =
  ({ pem: privateKey }: { readonly pem: string }): NonNullable<Writing['sign']> =>
  async (raw) => {
    const key = { signingDomain: 'kemenkeu.example', selector: 'kini', privateKey };
    const { signatures } = await dkimSign(raw, { ...key, signatureData: [key] });
    return `${signatures}${raw}`;
  };

const statuses = (): readonly string[] => town.statuses().map((line) => line.split(': ')[1] ?? '');

it('counts the yes that a signature vouches for, and asks again for one that none or a forged one does', async () => {
  await town.writes(LUKMAN, {
    subject: 'Pengaktifan kembali hosting IaaS SIMANTAP',
    text: 'Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi SIMANTAP yang dinonaktifkan bulan lalu.\n\nLukman',
    cc: [DEWI],
    auth: 'absent',
    sign: signedWith(OURS),
  });
  expect(statuses()).toEqual(['awaiting-approval']);

  await town.answers(DEWI, 'approver.please-approve', 'Setuju.', { auth: 'absent', sign: signedWith(FORGED) });
  expect(statuses()).toEqual(['awaiting-approval']);
  expect(town.letter('approver.ask-word', DEWI).text).toContain('pengirimnya belum dapat kami pastikan');

  await town.answers(DEWI, 'approver.please-approve', 'Setuju.', { auth: 'absent', sign: signedWith(OURS) });
  expect(statuses()).toEqual(['assigned']);
  const [given] = town.desk.query<{ payload: string }>("select payload from events where type = 'ApprovalGiven'");
  expect(given?.payload).toContain('"grade":"aligned"');
});
