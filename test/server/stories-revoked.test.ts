/** Approvals signed with S/MIME on a real mailbox, while lists of certificates taken back come, change, break and run out under a running Loket. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAuthority, makeIdentity, makeRevocations, pemOf, type Identity } from '../support/certificates.ts';
import { signMail } from '../support/sign-mail.ts';
import { openTown, type Town } from '../support/town.ts';

const DEWI = 'dewi.anjarwati';
const LUKMAN = 'lukman.sardi';
const FOR_MAIL = '1.3.6.1.5.5.7.3.4';

let folder: string;
let list: string;
let issuer: Identity;
let dewi: Identity;
let renewed: Identity;
let town: Town;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loket-revoked-'));
  list = join(folder, 'otoritas.crl');
  issuer = await makeAuthority();
  writeFileSync(join(folder, 'otoritas.pem'), pemOf(issuer));
  const certificate = (): Promise<Identity> =>
    makeIdentity({ name: DEWI, addresses: [`${DEWI}@kemenkeu.example`], issuer, purposes: [FOR_MAIL] });
  [dewi, renewed] = await Promise.all([certificate(), certificate()]);
  writeFileSync(list, await makeRevocations(issuer));
  const smime = { authorities: join(folder, 'otoritas.pem'), revocations: [list] };
  town = await openTown({ config: { authentication: { when_absent: 'desk', ...TRUSTED, smime } } });
});
afterAll(async () => {
  await town.close();
  await rm(folder, { recursive: true, force: true });
});

/** The requester's server vouches for him; nobody does for the approver but her own signature. */
const TRUSTED = { authserv_ids: ['mx.kemenkeu.example'] };

/** A ticket that waits for her yes. */
async function asks(application: string): Promise<void> {
  await town.writes(LUKMAN, {
    subject: `Pengaktifan kembali hosting IaaS ${application}`,
    text: `Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi ${application} yang dinonaktifkan bulan lalu.\n\nLukman`,
    cc: [DEWI],
  });
  expect(newest()).toBe('awaiting-approval');
  town.told();
}

const newest = (): string => town.statuses().at(-1)?.split(': ')[1] ?? '';
const agrees = (signer = dewi): Promise<void> =>
  town.answers(DEWI, 'approver.please-approve', 'Setuju.', {
    auth: 'absent',
    sign: (raw) => signMail(raw, signer, { at: new Date(town.now()) }),
  });

it('counts the yes while her certificate is good, no more once it stands on the list, and that of a new one again', async () => {
  await asks('SIMANTAP');
  await agrees();
  expect(newest()).toBe('assigned');

  writeFileSync(list, await makeRevocations(issuer, { revoked: [dewi] }));
  await asks('SIPANDU');
  await agrees();
  expect(newest()).toBe('awaiting-approval');
  expect(town.told()).toEqual([`approver.ask-word → ${DEWI}`]);

  await agrees(renewed);
  expect(newest()).toBe('assigned');
});

it('counts none while the list is cut off, gone or out of date, and loses none of the mails', async () => {
  const good = await makeRevocations(issuer);
  await asks('SILAMA');
  for (const broken of [good.subarray(0, 40), null, await makeRevocations(issuer, EXPIRED)]) {
    if (broken === null) rmSync(list);
    else writeFileSync(list, broken);
    await agrees(renewed);
    expect(newest()).toBe('awaiting-approval');
  }
  const toDesk = 'desk.reply-unclear → meja-layanan';
  expect(town.told()).toEqual([`approver.ask-word → ${DEWI}`, toDesk, toDesk]);

  writeFileSync(list, good);
  await agrees(renewed);
  expect(newest()).toBe('assigned');
  expect(town.desk.query<{ held: number }>('select count(*) as held from ledger where held = 1')).toEqual([
    { held: 0 },
  ]);
});

const EXPIRED = { at: new Date('2026-10-01T00:00:00Z'), next: new Date('2026-11-01T00:00:00Z') };
