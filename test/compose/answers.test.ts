import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CompiledTemplates } from '../../src/compose/templates.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import type { ReplyRole } from '../../src/understand/reading.ts';
import { readReply } from '../../src/understand/replies/reply.ts';
import { shippedLetters } from '../support/compiled-letters.ts';
import { allExamples } from '../support/letter-examples.ts';

let templates: CompiledTemplates;
let rulebook: Rulebook;

beforeAll(async () => {
  templates = await shippedLetters();
  const loaded = loadRulebook(join(import.meta.dirname, '../../rules'), { mailboxDomain: 'kemenkeu.example' });
  if (loaded.kind === 'ok') rulebook = loaded.rulebook;
});

/** Requests in the list to an approver. */
const LISTED = 3;

/** Button, what is typed behind it, how it must be understood. */
const ANSWERS: readonly (readonly [label: string, typed: string, role: ReplyRole, understood: object])[] = [
  ['Setuju', '', 'approver', { intent: 'approve', strength: 'strong' }],
  ['Tidak setuju', '', 'approver', { intent: 'reject' }],
  ['Tidak setuju', ' aplikasi belum diuji', 'approver', { intent: 'reject' }],
  ['Setuju, teruskan', '', 'approver', { intent: 'approve', strength: 'strong' }],
  ['Perlu diperbaiki', ' denah ruangan belum ada', 'approver', { intent: 'reject' }],
  ['Batalkan persetujuan', '', 'approver', { intent: 'reject' }],
  ['Batalkan semua', '', 'approver', { intent: 'reject', items: { length: LISTED } }],
  ['Batalkan salah satu', ' 2', 'approver', { items: { length: 1 } }],
  ['Setuju semua', '', 'approver', { intent: 'approve', items: { length: LISTED } }],
  ['Jawab satu per satu', ' setuju, 2 tidak setuju, 3 setuju', 'approver', { items: { length: LISTED } }],
  ['Sudah benar, kabari pemohon', '', 'desk', { intent: 'confirm-fulfilment' }],
  ['Sudah beres', '', 'requester', { intent: 'confirm', rating: null }],
  ['Masih ada kendala', '', 'requester', { intent: 'reopen' }],
  ['Masih ada kendala', ' tidak bisa masuk dari HP', 'requester', { intent: 'reopen' }],
  ['Sudah beres, beri nilai 1 sampai 5', ' 4', 'requester', { intent: 'confirm', rating: 4 }],
  ['Sudah beres, beri nilai 1 sampai 5', '', 'requester', { intent: 'confirm', rating: null }],
  ['It works', '', 'requester', { intent: 'confirm' }],
  ['Still a problem', ' no mail since Monday', 'requester', { intent: 'reopen' }],
  ['It works, give a mark from 1 to 5', ' 5', 'requester', { intent: 'confirm', rating: 5 }],
  ['Tambahkan Bapak Doni Prakoso', '', 'requester', { intent: 'supply' }],
  ['Add Doni Prakoso', '', 'requester', { intent: 'supply' }],
  ['Tulis penyelesaian', ' password sudah kami reset', 'rft', { intent: 'resolve', note: 'password sudah kami reset' }],
  ['Tulis catatan', ' pemohon belum dapat dihubungi', 'rft', { intent: 'note' }],
  ['Tulis alasan', ' menunggu suku cadang dari vendor', 'rft', { intent: 'hold' }],
  ['1. reset password email (48 %)', '', 'desk', { choice: 1 }],
  ['Gabung ke SR-261123-0036-5', '', 'desk', { commands: [{ kind: 'merge', into: 'SR-261123-0036-5' }] }],
  ['Ubah menjadi 28 akun', '', 'desk', { commands: [{ kind: 'correct', quantity: 28 }] }],
  ['Pindahkan ke 21 Desember 2026', '', 'desk', { commands: [{ kind: 'correct', eventDate: '2026-12-21' }] }],
];

/** Without what differs from letter to letter. */
const kindOf = (label: string): string =>
  label.replace(/^\d\. .*/, '1. …').replace(/^(Tambahkan|Add|Gabung ke) .*/, '$1 …');

describe('the ready answer of a button', () => {
  test.each(ANSWERS)('"%s"%s is read as %s: %o', (label, typed, role, understood) => {
    const letter = allExamples().map((example) =>
      templates.render(example.letter, { reference: 'r', replyAddress: 'd@x.example' }),
    );
    const found = letter.find(({ buttons }) => buttons.some((button) => button.label === label));
    const href = found?.buttons.find((button) => button.label === label)?.href ?? '';
    const body = new URL(href).searchParams.get('body') ?? '';

    const reading = readReply({
      role,
      text: `${body}${typed}`,
      sent: found?.text ?? null,
      rulebook,
      guesses: 3,
      listed: /semua|satu per satu|salah satu/.test(label) ? LISTED : 0,
      today: '2026-11-23',
    });

    expect(reading).toMatchObject(understood);
  });

  test('of every letter is among these', () => {
    const labels = allExamples().flatMap(({ letter }) =>
      templates.render(letter, { reference: 'r', replyAddress: 'd@x.example' }).buttons.map((button) => button.label),
    );
    const kinds = new Set(labels.map((label) => kindOf(label)));

    expect([...kinds].toSorted()).toEqual([...new Set(ANSWERS.map(([label]) => kindOf(label)))].toSorted());
  });
});
