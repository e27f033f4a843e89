/** People who sign with S/MIME, and lists of certificates that have been taken back. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { revocationFaults } from '../../src/smime-revocations.ts';
import { makeAuthority, makeIdentity, makeRevocations, pemOf, type Identity } from '../support/certificates.ts';
import { signMail } from '../support/sign-mail.ts';
import { openDesk, type Desk } from './desk.ts';

const MUTIA = 'mutia.zahra';

let authority: Identity;
let other: Identity;
let mutia: Identity;
let folder: string;
let file: string;
let desk: Desk;

beforeAll(async () => {
  [authority, other] = await Promise.all([makeAuthority(), makeAuthority({ name: 'Otoritas Lain' })]);
  mutia = await makeIdentity({ name: MUTIA, addresses: [`${MUTIA}@kemenkeu.example`], issuer: authority });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loket-revoked-'));
  file = join(folder, 'otoritas.crl');
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(list: Buffer | string): Promise<void> {
  writeFileSync(file, list);
  const authorities = [authority, other].map(pemOf);
  desk = await openDesk({ whenAbsent: 'desk', authorities, revocations: [file] });
}

/** What the signature of a mail of hers is worth. */
async function worth(): Promise<string | undefined> {
  const { decision } = await desk.writes(MUTIA, {
    subject: 'Lupa password',
    text: `Mohon reset password email saya, lupa. ${desk.now()}`,
    cc: ['joyo.handoko'],
    auth: 'absent',
    sign: (raw) => signMail(raw, mutia, { at: new Date(desk.now()) }),
  });
  return decision.trace.find(({ rule }) => rule === 'sender/smime')?.detail;
}

const SIGNED = `signed by ${MUTIA}@kemenkeu.example`;
const pem = (der: Buffer): string => `-----BEGIN X509 CRL-----\n${der.toString('base64')}\n-----END X509 CRL-----\n`;

it('counts where the list of its authority does not name it, in DER as in PEM', async () => {
  const list = await makeRevocations(authority);
  await open(list);
  expect(await worth()).toContain(SIGNED);

  writeFileSync(file, pem(list));
  expect(await worth()).toContain(SIGNED);
});

it('proves nothing once its certificate stands on the list, which is read again when it changes', async () => {
  await open(await makeRevocations(authority));
  expect(await worth()).toContain(SIGNED);

  writeFileSync(file, await makeRevocations(authority, { revoked: [mutia] }));

  expect(await worth()).toContain('its certificate has been revoked (');
  expect((await desk.statuses()).at(-1)).toContain('triage');
});

it('proves nothing while the list is out of date, and revoked stays revoked', async () => {
  const next = new Date('2026-11-01T00:00:00Z');
  const at = new Date('2026-10-01T00:00:00Z');
  await open(await makeRevocations(authority, { at, next }));
  expect(await worth()).toContain('the revocation list of "Otoritas Uji" has expired');
  expect(revocationFaults([file], Date.now())).toMatchObject([{ severity: 'warning' }]);

  writeFileSync(file, await makeRevocations(authority, { at, next, revoked: [mutia] }));
  expect(await worth()).toContain('has been revoked (2026-10-01)');
});

it('proves nothing with a list that its authority has not signed, or that cannot be read', async () => {
  await open(await makeRevocations(authority, { keys: other.keys }));
  expect(await worth()).toContain('cannot be used');

  writeFileSync(file, 'not a list');
  expect(await worth()).toContain('the revocation lists cannot be read');
  expect(revocationFaults([file], Date.now())).toMatchObject([{ severity: 'error' }]);
});

it('is not asked of a list of another authority', async () => {
  await open(await makeRevocations(other, { revoked: [mutia] }));

  expect(await worth()).toContain(SIGNED);
});
