import { describe, expect, it } from 'vitest';
import { priorityOf } from '../../../src/understand/classify/priority.ts';
import { rulebook } from '../office.ts';

const level = (text: string): string | undefined => priorityOf(text, rulebook)?.level.id;

describe('the priority of an incident', () => {
  it.each([
    ['Jaringan mati total di seluruh kantor, mendesak', 'P1'],
    ['semua pegawai tidak bisa membuka email', 'P2'],
    ['Aplikasi error untuk seluruh unit, tidak mendesak', 'P3'],
    ['satu lantai tidak ada internet, mohon segera', 'P2'],
    ['printer satu ruangan macet', 'P3'],
    ['Jaringan internet kantor mati total, semua loket tidak bisa melayani', 'P2'],
    ['pelayanan berhenti, antrean sudah 40 orang', 'P2'],
    ['Nobody can join the room, it is urgent', 'P2'],
    ['laptop saya lambat', 'P3'],
    ['laptop saya lambat, kalau sempat tolong dicek', 'P4'],
    ['The whole office has no network, urgent', 'P1'],
  ])('of "%s" is %s', (text, wanted) => {
    expect(level(text)).toBe(wanted);
  });

  it('is none where the office has no matrix', () => {
    const { priorities: _, ...without } = rulebook;

    expect(priorityOf('mati total', without)).toBeNull();
  });
});
