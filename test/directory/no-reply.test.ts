import { describe, expect, it } from 'vitest';
import { takesNoReply } from '../../src/directory/no-reply.ts';

describe('an address', () => {
  it.each([
    'noreply@a.example',
    'no-reply@a.example',
    'no.reply@a.example',
    'NoReply@a.example',
    'do-not-reply@a.example',
  ])('%s takes no answers', (address) => expect(takesNoReply(address)).toBe(true));
  it.each([
    'donotreply+7@a.example',
    'portal-noreply@a.example',
    'noreply.simpel@a.example',
    'noreply2@a.example',
    'jangan-balas@a.example',
  ])('%s takes no answers', (address) => expect(takesNoReply(address)).toBe(true));
  it.each(['reno.replyana@a.example', 'noreplyanto@a.example', 'mutia.zahra@noreply.example', 'norma@a.example', ''])(
    '“%s” is like any other',
    (address) => expect(takesNoReply(address)).toBe(false),
  );
});
