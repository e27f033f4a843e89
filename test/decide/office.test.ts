import { describe, expect, it } from 'vitest';
import { deskOf, isOfTeam, isOurDomain, isTeamAddress, partyOf, teamOf, writerOf } from '../../src/decide/office.ts';
import { office } from './situations.ts';

const SINTA = { name: 'Sinta', address: 'sinta.widuri@kemenkeu.example' };
const SINTA_TOO = { name: '', address: 'swiduri@kemenkeu.example' };

describe('who wrote a mail', () => {
  it('is one party under each of his addresses in the directory', () => {
    expect(partyOf(office, SINTA).id).toBe(partyOf(office, SINTA_TOO).id);
    expect(partyOf(office, SINTA_TOO).name).toBe('Sinta Widuri');
  });

  it('is answered at a Reply-To that the directory knows as his own', () => {
    expect(writerOf(office, SINTA, [SINTA_TOO]).address).toBe(SINTA_TOO.address);
  });

  it.each([
    ["a stranger's", [{ name: '', address: 'sinta.widuri@gmail.example' }]],
    ["a colleague's", [{ name: '', address: 'joyo.handoko@kemenkeu.example' }]],
    ['one of several', [SINTA_TOO, { name: '', address: 'joyo.handoko@kemenkeu.example' }]],
  ])('is answered at From when Reply-To is %s', (_, replyTo) => {
    expect(writerOf(office, SINTA, replyTo).address).toBe(SINTA.address);
  });
});

describe('our domains', () => {
  it('hold their sub-domains, and no look-alikes', () => {
    expect(isOurDomain(office, 'a@kemenkeu.example')).toBe(true);
    expect(isOurDomain(office, 'a@pajak.kemenkeu.example')).toBe(true);
    expect(isOurDomain(office, 'a@notkemenkeu.example')).toBe(false);
    expect(isOurDomain(office, 'a@kemenkeu.example.evil.example')).toBe(false);
  });
});

describe('teams', () => {
  it('are their address and their members by unit', () => {
    const accounts = teamOf(office, 'RFT-AKUN') ?? deskOf(office);

    expect(isOfTeam(office, accounts, accounts.address)).toBe(true);
    expect(isOfTeam(office, accounts, 'mutia.zahra@kemenkeu.example')).toBe(false);
    expect(isTeamAddress(office, accounts.address)).toBe(true);
    expect(teamOf(office, 'RFT-TIDAK-ADA')).toBeNull();
  });
});
