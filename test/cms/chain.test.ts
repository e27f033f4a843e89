import { beforeAll, describe, expect, test } from 'vitest';
import { parseCertificates } from '../../src/cms/certificate.ts';
import { pathToTrust } from '../../src/cms/chain.ts';
import { ellipticKeys, makeAuthority, makeIdentity, pemOf, rsaKeys, type Identity } from '../support/certificates.ts';
import { began, spentSince } from '../support/spent.ts';

const AT = new Date('2026-11-23T03:00:00Z');
let root: Identity;
let middle: Identity;
let person: Identity;

beforeAll(async () => {
  root = await makeAuthority({ name: 'Akar' });
  middle = await makeAuthority({ name: 'Penerbit', issuer: root });
  person = await makeIdentity({ name: 'Dewi', issuer: middle });
});

const leads = async (
  { certificate }: Identity,
  trusted: readonly Identity[],
  others: readonly Identity[] = [],
  at = AT,
): Promise<number> => {
  const of = (list: readonly Identity[]) => list.map((one) => one.certificate);
  return (await pathToTrust(certificate, { trusted: of(trusted), others: of(others), at }))?.length ?? 0;
};

describe('a certificate', () => {
  test('leads to a trusted one by those that came along', async () => {
    expect(await leads(person, [root], [middle])).toBe(3);
  });

  test('leads to an issuer that is trusted itself', async () => {
    expect(await leads(person, [middle])).toBe(2);
  });

  test('leads nowhere where the one between is missing or nothing is trusted', async () => {
    expect(await leads(person, [root])).toBe(0);
    expect(await leads(person, [], [middle, root])).toBe(0);
  });

  test('leads nowhere by an issuer of the same name with another key', async () => {
    expect(await leads(person, [root], [await makeAuthority({ name: 'Penerbit', issuer: root })])).toBe(0);
  });

  test('is not issued by a person, whatever that person has signed', async () => {
    const forged = await makeIdentity({ name: 'Palsu', issuer: person });
    expect(await leads(forged, [root], [middle, person])).toBe(0);
  });

  test('does not stand deeper than an authority allows', async () => {
    const shallow = await makeAuthority({ name: 'Dangkal', issuer: root, pathLength: 0 });
    const below = await makeAuthority({ name: 'Di bawahnya', issuer: shallow });
    const near = await makeIdentity({ name: 'Dekat', issuer: shallow });
    const far = await makeIdentity({ name: 'Jauh', issuer: below });
    expect(await leads(near, [root], [shallow])).toBe(3);
    expect(await leads(far, [root], [shallow, below])).toBe(0);
  });

  test('leads nowhere before its issuer was valid and after', async () => {
    for (const at of ['2025-01-01', '2028-01-01']) {
      expect(await leads(person, [root], [middle], new Date(at))).toBe(0);
    }
  });

  test('leads nowhere by an issuer that demands what nobody knows', async () => {
    const odd = await makeAuthority({ name: 'Aneh', issuer: root, strange: true });
    expect(await leads(await makeIdentity({ name: 'Dewi', issuer: odd }), [root], [odd])).toBe(0);
  });

  test('leads nowhere by an issuer whose key is weak', async () => {
    const weak = await makeAuthority({ name: 'Lemah', issuer: root, keys: await rsaKeys(1024) });
    const issued = await makeIdentity({ name: 'Dewi', issuer: weak });
    expect(await leads(issued, [root], [weak])).toBe(0);
  });
});

test('authorities that vouch for each other in a circle end the search', async () => {
  const one = await ellipticKeys();
  const other = await ellipticKeys();
  const first = await makeAuthority({ name: 'Satu', keys: one });
  const second = await makeAuthority({ name: 'Dua', keys: other });
  const crossed = await makeAuthority({ name: 'Satu', keys: one, issuer: second });
  const back = await makeAuthority({ name: 'Dua', keys: other, issuer: first });
  const leaf = await makeIdentity({ name: 'Dewi', issuer: crossed });
  expect(await leads(leaf, [root], [crossed, back])).toBe(0);
});

test('a crowd of authorities of one name is not gone through to its end', async () => {
  const keys = await ellipticKeys();
  const crowd = await Promise.all(Array.from({ length: 20 }, () => makeAuthority({ name: 'Sama', keys })));
  const leaf = await makeIdentity({ name: 'Dewi', issuer: crowd[0] ?? root });
  const start = began();
  expect(await leads(leaf, [root], crowd)).toBe(0);
  expect(spentSince(start)).toBeLessThan(5_000);
});

test('certificates are read from PEM, several in one text', () => {
  const read = parseCertificates([`Otoritas kami\n${pemOf(root)}\n${pemOf(middle)}`]);
  expect(read.map(({ serialNumber }) => serialNumber.toString())).toEqual(
    [root, middle].map(({ certificate }) => certificate.serialNumber.toString()),
  );
});
