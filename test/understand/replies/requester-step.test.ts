import { describe, expect, it } from 'vitest';
import { readReply } from '../../../src/understand/replies/reply.ts';
import { quotedLetter, stepOfLetter, type Step } from '../../../src/understand/replies/requester/step.ts';
import type { ReplyIntent } from '../../../src/understand/reading.ts';
import { rulebook } from '../office.ts';

const HEAD = '\n\nPada Sen, 23 Nov 2026 pukul 09.00 Service Desk <servicedesk@kemenkeu.example> menulis:\n\n';
const quoting = (own: string, letter: string): ReplyIntent =>
  readReply({ role: 'requester', text: own + HEAD + letter.replace(/^/gm, '> '), sent: null, rulebook }).intent;
const at = (step: Step, own: string): ReplyIntent =>
  readReply({ role: 'requester', text: own, sent: null, rulebook, step }).intent;

const ASKED = 'Tiket Anda belum dapat kami lanjutkan. Pertanyaan dari tim pelaksana: berapa satker? Mohon dilengkapi.';
const RECEIVED = 'Permintaan Anda telah kami terima dengan nomor tiket SD-2611-0001 dan sedang diproses.';
const DONE = 'Kami telah memenuhi permintaan Anda. Jawab SESUAI atau BUKA KEMBALI.';

describe('what our letter wanted of the requester', () => {
  it.each([
    [DONE, 'resolved'],
    ['Tiket Anda sudah selesai dikerjakan.', 'resolved'],
    ['Tiket Anda sedang dikerjakan oleh tim kami. Kami akan mengabari apabila sudah selesai.', 'working'],
    [RECEIVED, 'working'],
    [ASKED, 'waiting'],
    ['Selamat pagi.', 'unknown'],
  ])('“%s”: %s', (letter, step) => expect(stepOfLetter(letter)).toBe(step));

  it('is read in what his mail quotes first, without his own words', () => {
    const mail = `Sudah selesai kami isi.${HEAD}> ${ASKED}${HEAD}> ${DONE}`;
    expect(quotedLetter(mail, 'Sudah selesai kami isi.')).toBe(ASKED);
  });

  it('tells an answer to a question from a word on the result', () => {
    const own = 'Yang memakai 47 satker mitra kerja kami. Basis datanya sudah ada, MySQL.';
    expect(quoting(own, ASKED)).toBe('supply');
    expect(at('waiting', own)).toBe('supply');
  });

  it('lets nothing be opened again before it is done', () => {
    const own = 'Tolong pakai flyer yang rev2 ini, yang pertama jamnya keliru.';
    expect(quoting(own, RECEIVED)).toBe('supply');
    expect(at('working', own)).toBe('supply');
    expect(at('resolved', 'masih error')).toBe('reopen');
    expect(at('unknown', 'masih error')).toBe('reopen');
  });

  it('takes a letter that was sent for what it says', () => {
    const sent = { role: 'requester', text: `sudah${HEAD}> ${ASKED}`, sent: ASKED, rulebook } as const;
    expect(readReply(sent).intent).not.toBe('confirm');
  });

  it.each([
    'mohon informasi perkiraan penetapan kamus data ini, karena kami harus menyesuaikan aplikasi sebelum 1 Januari',
    'minta info kapan kira-kira petugas datang',
    'mohon informasi tindak lanjut permohonan kami',
  ])('“%s” asks for the state', (own) => expect(quoting(own, RECEIVED)).toBe('status'));
});
