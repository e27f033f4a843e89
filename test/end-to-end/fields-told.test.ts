/** What the words of a mail already tell is understood and told back, and nobody is asked for it again. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Facts } from '../../src/understand/reading.ts';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

interface Told {
  readonly variant: string | null;
  readonly missing: readonly string[];
  readonly facts: Facts;
}

async function ticketOf(outcome: Outcome): Promise<Told> {
  const { state, texts } = await desk.ticket(outcome.decision.tickets[0]?.number ?? '');
  return { variant: state.variant, missing: state.missing, facts: JSON.parse(texts['facts'] ?? '{}') as Facts };
}

describe('rights in an application', () => {
  const ask = async (text: string): Promise<string | null> =>
    (await ticketOf(await desk.writes('budi.santosa', { subject: 'aplikasi', text, cc: ['wening.asmara'] }))).variant;

  it.each([
    ['Mohon peran saya pada aplikasi OM-SPAN ditambah, supaya dapat menyetujui.', 'kewenangan'],
    ['Mohon Sdri. Tri diberi hak akses operator pada aplikasi SIMAN, formulir 3.1 terlampir.', 'buat'],
    ['Rekan kami sudah pindah ke unit lain, mohon hak aksesnya di aplikasi CEISA ditutup.', 'hapus'],
    ['Tolong kata sandi saya di aplikasi SIMAN direset, yang bukan email.', 'reset'],
    ['Nama saya pada akun aplikasi CEISA salah tulis, mohon diperbaiki.', 'ubah'],
  ])('are told from those to a mailbox: %s', async (text, kind) => {
    expect(await ask(text)).toBe(`SC03-1/hak-akses-${kind}`);
  });

  it.each([
    ['Saya lupa kata sandi email kantor, mohon direset.', 'ITSM.8/reset-password'],
    ['Pak Tarmuji pensiun, mohon akun email dan domain beliau dinonaktifkan.', 'ITSM.8/penonaktifan-akun'],
    ['Mohon akses Bu Rina ke folder bersama seksi kami dicabut.', 'ITSM.9/sharing-folder'],
  ])('are not meant in "%s"', async (text, variant) => {
    expect(await ask(text)).toBe(variant);
  });
});
