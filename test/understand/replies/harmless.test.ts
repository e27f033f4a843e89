/** A strong yes with more words beside it: what only tells something is set aside, what may bind is asked back. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rulebook } from '../../../src/rulebook/rulebook.ts';
import { readReply } from '../../../src/understand/replies/reply.ts';
import { reply, rulebook } from '../office.ts';

const EXAMPLES = rulebook.replyExamples?.approver ?? {};
const APPROVALS = (EXAMPLES['approve'] ?? []).filter((text) => text.length < 160);
const OTHERS = Object.entries(EXAMPLES).flatMap(([intent, texts]) =>
  intent === 'approve' ? [] : (texts ?? []).map((text): [string, string] => [intent, text]),
);
const JOINTS = [', ', '. ', '\n', ' - '];
const RUNS = { numRuns: 1500 };

describe('beside a strong yes', () => {
  it.each([
    'Setuju, anaknya rajin dan memang yang paling sering dinas keluar kota',
    'Saya setuju. Dia memang yang mengelola arsip digital kantor kami.',
    'Setuju mas, maaf kemarin saya masih di bandara',
    'Server lama kami sudah sering mati. Disetujui.',
    'Setuju, karena mesin yang lama sudah tidak bisa dipakai dan sering macet',
    'Approved. He has been covering two desks since he was posted here last month.',
    'Setuju. Staf ybs baru pindah dari Ambon dan emailnya sering penuh.',
  ])('what only tells something leaves it a yes, which can be taken back: %s', (text) => {
    const said = reply('approver', text);

    expect(said.intent, said.why).toBe('approve');
  });

  it('what was set aside is named, and the yes is a weak one', () => {
    const said = reply('approver', 'Setuju, anaknya rajin dan memang yang paling sering dinas.');

    expect(said).toMatchObject({ intent: 'approve', strength: 'weak' });
    expect(said.why).toContain('anaknya rajin');
  });

  it.each([
    'Setuju, tiga akun',
    'Setuju, layarnya ganti yang kecil',
    'Setuju, serahkan laptop lama ke gudang',
    'Setuju, tunggu Pak Kabid pulang dinas',
    'Setuju. Biaya dari seksi sebelah.',
    'Setuju, pinjam punya bagian umum',
    'Setuju begitu audit rampung',
    'Setuju. Akses dicabut lagi begitu audit selesai.',
    'Setuju, memang sudah tidak perlu',
    'Setuju, VPN memang tidak usah',
    'Setuju, sudah saya sampaikan supaya dikurangi',
    'Setuju: ......',
    'Disetujui untuk akses baca',
    'Setuju yang hosting',
    'Setuju di server lama',
    'Setuju, sekalian VPN',
    'Setuju, VPN juga',
    'Setuju secara prinsip',
    'Kabarnya disetujui',
    'Disetujui sama bos',
    'Di rapat pimpinan sudah disetujui',
    'Saya setuju hal ini penting',
    'Setuju, lihat catatan saya di lampiran',
    'Setuju, permintaannya ditutup saja',
    'Setuju dengan permintaan yang lain',
  ])('what may bind it is asked back: %s', (text) => {
    expect(reply('approver', text).intent).not.toBe('approve');
  });

  it.each([
    'Setuju, kabari Pak Kabid',
    'Setuju, teruskan ke bagian umum',
    'Setuju, sampaikan ke Bu Sekretaris',
    'Setuju, konfirmasi ke Bu Kabag',
    'Setuju, cek ke keuangan',
    'Setuju, hubungi dulu vendornya',
    'Approved, please inform Mr. Gunawan',
  ])('another person who is to be told or asked is asked back: %s', (text) => {
    expect(reply('approver', text).intent).toBe('unclear');
  });

  it.each([
    'Setuju, kabari saya kalau sudah selesai',
    'Setuju, mohon yang bersangkutan dikabari',
    'Setuju. Kalau bingung tanya saya saja.',
    'Bersama ini kami sampaikan kepada tim Service Desk bahwa permintaan tersebut kami setujui.',
  ])('himself or the person concerned may be told: %s', (text) => {
    expect(reply('approver', text).intent).toBe('approve');
  });

  it('whom our letter names may be told', () => {
    const sent = 'Mohon persetujuan Ibu. Yang meminta: Hesti Wulandari. Yang diminta: hosting.';

    expect(reply('approver', 'Setuju, kabari Bu Hesti', sent).intent).toBe('approve');
    expect(reply('approver', 'Setuju, kabari Bu Ratih', sent).intent).toBe('unclear');
  });

  it.each(['Setuju, jangan lupa NDA ditandatangani', 'Sudah ada NDA, saya tidak setuju'])(
    'a paper called NDA is no negation, nor does it hide one: %s',
    (text) => {
      expect(reply('approver', text).intent).not.toBe('approve');
    },
  );
});

describe('no approval', () => {
  it('is an answer that the examples call otherwise', () => {
    const taken = OTHERS.filter(([, text]) => reply('approver', text).intent === 'approve');

    expect(taken).toEqual([]);
  });

  it.each([
    ['condition', rulebook.replies['conditional'] ?? [], [...JOINTS, ' ']],
    // Without a comma they may belong to the reason that the answer gives.
    ['limit', rulebook.replies['limits'] ?? [], JOINTS],
    ['word that puts off', rulebook.replies['defer'] ?? [], JOINTS],
  ])('stands beside any %s of the rule files', (_, phrases, joints) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...APPROVALS),
        fc.constantFrom(...phrases),
        fc.constantFrom(...joints),
        fc.boolean(),
        (yes, bound, joint, first) => {
          // Without a mark between them they run into one clause, which is read as a whole.
          fc.pre(joint !== ' ' || (!first && /[.!]$/.test(yes)));
          const text = first ? `${bound} itu${joint}${yes}` : `${yes}${joint}${bound} itu`;

          expect(reply('approver', text).intent).not.toBe('approve');
        },
      ),
      RUNS,
    );
  });

  it('holds a question mark', () => {
    fc.assert(
      fc.property(fc.constantFrom(...APPROVALS), fc.constantFrom('?', ' ?', '? 🙏'), (yes, mark) => {
        expect(reply('approver', `${yes.replace(/[.!]+$/, '')}${mark}`).intent).not.toBe('approve');
      }),
      RUNS,
    );
  });

  it('is taken back by a sentence that is none itself', () => {
    const takenBack = OTHERS.filter(([intent, text]) => intent === 'reject' && text.length < 80).map(
      ([, text]) => text,
    );
    fc.assert(
      fc.property(fc.constantFrom(...APPROVALS), fc.constantFrom(...takenBack), fc.boolean(), (yes, no, first) => {
        expect(reply('approver', first ? `${no}\n${yes}` : `${yes}\n${no}`).intent).not.toBe('approve');
      }),
      RUNS,
    );
  });
});

/** Learnt without a part of the examples, which are then read. */
const PARTS = 4;

describe('examples kept aside when the others are learnt', () => {
  const part = (index: number): number => (Math.imul(index + 1, 2_654_435_761) >>> 8) % PARTS;
  const all = Object.entries(EXAMPLES).flatMap(([intent, texts]) => (texts ?? []).map((text) => ({ intent, text })));
  const books = Array.from({ length: PARTS }, (_, aside): Rulebook => {
    const taught = all.filter((_one, index) => part(index) !== aside);
    const approver = Object.fromEntries(
      Object.entries(Object.groupBy(taught, ({ intent }) => intent)).map(([intent, found]) => [
        intent,
        (found ?? []).map(({ text }) => text),
      ]),
    );
    return { ...rulebook, replyExamples: { approver, rft: {}, requester: {}, desk: {} } };
  });
  const read = all.map((one, index) => ({
    ...one,
    said: readReply({
      role: 'approver',
      text: one.text,
      sent: null,
      rulebook: books[part(index)] ?? rulebook,
      today: '2026-11-23',
    }),
  }));

  it('are counted by the judge where they are no approval in one of 150 at most, most of them made to trick it', () => {
    const others = read.filter(({ intent }) => intent !== 'approve');
    const wrong = others.filter(({ said }) => said.intent === 'approve' && said.strength === 'weak');

    expect(wrong.length, wrong.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(others.length / 150);
  });

  it('are found more often than the word lists alone would', () => {
    const meant = read.filter(({ intent }) => intent === 'approve');
    const judged = meant.filter(({ said }) => said.intent === 'approve' && said.why.includes('told beside it'));

    expect(judged.length).toBeGreaterThan(80);
  });
});
