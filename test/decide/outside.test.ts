import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideOnMail } from '../../src/decide/on-mail.ts';
import type { InboundMessage } from '../../src/parse/message.ts';
import { NOW, aSituation, office, type SituationParts } from './situations.ts';
import { asMailId } from '../../src/shared/ids.ts';

const STRANGER = { name: 'Yusuf Pranata', address: 'yusuf.pranata@surat.example' };
const outside = (message: Partial<InboundMessage>, parts: SituationParts = {}): ReturnType<typeof decideOnMail> =>
  decideOnMail(aSituation({ ...parts, message: { from: STRANGER, cc: [], ...message } }));

const RESET = { subject: 'akun terkunci', text: 'Saya pegawai KPP, lupa password email kantor. Mohon direset.' };

describe('a mail from outside our domains', () => {
  it('is held without a word to anybody, and shows what it asks for', () => {
    const { decision, plans } = outside(RESET);

    expect(decision).toMatchObject({
      disposition: { kind: 'hold', reason: 'outside' },
      autoReply: false,
      noReplyReason: 'outside',
      tickets: [],
      letters: [],
      numbers: null,
      asked: [{ kind: 'request', service: 'ITSM.8', variant: 'ITSM.8/reset-password' }],
    });
    expect(plans.map(({ finding, it }) => [finding.verdict, it.variant?.slug])).toEqual([
      ['missing', 'ITSM.8/reset-password'],
    ]);
  });

  it('names the rules and words that led there', () => {
    const { trace } = outside(RESET).decision;

    expect(trace.filter(({ rule, matched }) => matched && rule.startsWith('ITSM.8'))).not.toEqual([]);
  });

  it.each<readonly [string, Partial<InboundMessage>, readonly string[]]>([
    ['a question', { text: 'Apakah rekanan boleh masuk data center tanpa surat tugas?' }, ['question']],
    ['a complaint', { text: 'Kami sangat kecewa, layanan helpdesk lambat sekali dan tidak ramah.' }, ['complaint']],
    [
      'a question for the state',
      { text: 'Kapan permintaan routing kami tanggal 2 November selesai? Sudah sampai mana ya?' },
      ['status'],
    ],
    ['a fault', { text: 'Sejak pagi email kantor error 503 terus, tidak bisa dibuka sama sekali.' }, ['incident']],
    [
      'two requests',
      { text: 'Mohon dua hal:\n1. reset password email saya\n2. pendaftaran sertifikat elektronik untuk saya' },
      ['request', 'request'],
    ],
    ['an advertisement', { text: 'PROMO akhir tahun! Diskon 40% lisensi antivirus, hubungi sales kami.' }, []],
    ['fraud', { text: 'Akun Anda akan diblokir dalam 24 jam. Klik tautan berikut untuk verifikasi kata sandi.' }, []],
    ['an invitation for a calendar', { ...RESET, calendarMethod: 'REQUEST' }, []],
  ])('is seen to be %s', (_, message, kinds) => {
    expect(outside({ subject: '', ...message }).decision.asked?.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('says nothing where nobody could read it', () => {
    expect(outside({ ...RESET, problems: ['encrypted-smime'] }).decision.asked).toBeUndefined();
    expect(outside(RESET, { failure: 'too-large' }).decision.asked).toBeUndefined();
  });

  it('becomes what it showed once it is released', () => {
    const mail = { id: asMailId('0123456789abcdef0123'), receivedAt: NOW, released: true };
    const released = outside(RESET, { mail });

    expect(released.decision.disposition).toEqual({ kind: 'accept' });
    expect(released.decision.asked).toBeUndefined();
    expect(released.plans.map(({ wish }) => wish.variant)).toEqual(['ITSM.8/reset-password']);
  });

  it('shows codes of the rules only, and is never answered, whatever it says', () => {
    const variants = office.rulebook.services.flatMap((service) => service.variants.map(({ slug }) => slug));
    const services = office.rulebook.services.map(({ code }) => code);

    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 80 }), (text, subject) => {
        const { decision } = outside({ subject, text: `Mohon ${text}` });

        for (const { service, variant } of decision.asked ?? []) {
          expect([null, ...services]).toContain(service);
          expect([null, ...variants]).toContain(variant);
        }
        expect(decision.letters).toEqual([]);
        expect(decision.tickets).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a mail whose sender is in doubt', () => {
  it('shows nothing: what it asks may be a lure', () => {
    const { decision, plans } = decideOnMail(aSituation({ message: { ...RESET, grade: 'failed' } }));

    expect(decision.disposition).toEqual({ kind: 'hold', reason: 'authentication-failed' });
    expect(decision.asked).toBeUndefined();
    expect(plans).toEqual([]);
  });
});
