import { describe, expect, it } from 'vitest';
import {
  ACTIONS,
  authenticationFile,
  buildAuthentication,
  USUAL_AUTHENTICATION,
} from '../../src/rulebook/authentication.ts';
import { mayDo } from '../../src/decide/reply.ts';
import { office } from '../decide/situations.ts';

const built = (file: object) => buildAuthentication(authenticationFile.parse(file));

describe('what a mail may do', () => {
  it('is everything where the sender is proven, and what the installation says where nothing is known', () => {
    expect(USUAL_AUTHENTICATION).toEqual({
      may: { internal: ACTIONS, aligned: ACTIONS, absent: 'configured' },
      below: 'challenge',
    });
  });

  it('may be narrowed to some actions of a grade', () => {
    expect(built({ grades: { absent: ['close'], aligned: 'none' } }).may).toEqual({
      internal: ACTIONS,
      aligned: [],
      absent: ['close'],
    });
  });

  it.each([{ grades: { failed: 'all' } }, { grades: { absent: ['everything'] } }, { grades: { absent: [] } }])(
    'cannot be written as %j',
    (file) => {
      expect(authenticationFile.safeParse(file).success).toBe(false);
    },
  );
});

describe('the table as decisions ask it', () => {
  const rules = built({ grades: { aligned: ['close', 'approve'], absent: ['close'] } });
  const here = { ...office, rulebook: { ...office.rulebook, authentication: rules } };

  it.each([
    ['approve', 'internal', true],
    ['approve', 'aligned', true],
    ['resolve', 'aligned', false],
    ['desk-command', 'aligned', false],
    ['close', 'absent', true],
    ['approve', 'absent', false],
    ['close', 'failed', false],
  ] as const)('%s by a sender who is %s: %s', (action, grade, expected) => {
    expect(mayDo(action, grade, here)).toBe(expected);
  });

  it.each([
    ['accept', true],
    ['desk', false],
    ['refuse', false],
  ] as const)('follows the installation where it is left to it (%s)', (whenAbsent, expected) => {
    const usual = { ...office, rulebook: { ...office.rulebook, authentication: USUAL_AUTHENTICATION }, whenAbsent };
    expect(mayDo('approve', 'absent', usual)).toBe(expected);
  });
});
