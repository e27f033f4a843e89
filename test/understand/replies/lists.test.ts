import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReplyRole } from '../../../src/understand/reading.ts';
import { reply } from '../office.ts';

const FOLDER = resolve(import.meta.dirname, '../../../fixtures/replies');
const ROLES: readonly ReplyRole[] = ['approver', 'rft', 'requester', 'desk'];

interface Answer {
  readonly text: string;
  readonly intents: readonly string[];
}

function answersIn(file: string): readonly Answer[] {
  let intents: readonly string[] = [];
  const answers: Answer[] = [];
  for (const line of readFileSync(join(FOLDER, file), 'utf8').split('\n')) {
    if (line.startsWith('## ')) intents = (line.split(' ')[2] ?? '').split('|');
    else if (line.trim() !== '' && !line.startsWith('#')) answers.push({ text: line.replaceAll('\\n', '\n'), intents });
  }
  return answers;
}

it('has a list of answers for each role', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual(ROLES.map((role) => `${role}.txt`).toSorted());
});

describe.each(ROLES)('%s', (role) => {
  it.each(answersIn(`${role}.txt`).map(({ text, intents }) => [text, intents] as const))('%j', (text, intents) => {
    expect(intents).toContain(reply(role, text).intent);
  });
});
