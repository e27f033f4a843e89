import { describe, expect, it } from 'vitest';
import type { Rulebook } from '../../../src/rulebook/rulebook.ts';
import type { ByteCache } from '../../../src/shared/byte-cache.ts';
import { keepLearntIn } from '../../../src/understand/classify/lexicon.ts';
import type { ReplyIntent, ReplyRole } from '../../../src/understand/reading.ts';
import { readReply } from '../../../src/understand/replies/reply.ts';
import { likenessOf } from '../../../src/understand/replies/likeness.ts';
import { secondOpinion, type FirstOpinion } from '../../../src/understand/replies/second-opinion.ts';
import { reply, rulebook } from '../office.ts';

const PARTS = 5;
/** Found among examples that were kept aside when the others were learnt, of 100; what the words alone give is far below. */
const LEAST_RIGHT: Readonly<Record<ReplyRole, number>> = { approver: 75, rft: 72, requester: 72, desk: 68 };

interface Example {
  readonly intent: string;
  readonly text: string;
}

function examplesOf(role: ReplyRole): readonly Example[] {
  return Object.entries(rulebook.replyExamples?.[role] ?? {}).flatMap(([intent, texts]) =>
    (texts ?? []).map((text) => ({ intent, text })),
  );
}

/** A rulebook that knows only these examples of one role. */
function knowing(role: ReplyRole, examples: readonly Example[]): Rulebook {
  const byIntent = Object.groupBy(examples, ({ intent }) => intent);
  const texts = Object.fromEntries(
    Object.entries(byIntent).map(([intent, found]) => [intent, (found ?? []).map(({ text }) => text)]),
  );
  return { ...rulebook, replyExamples: { approver: {}, rft: {}, requester: {}, desk: {}, [role]: texts } };
}

describe.each(['approver', 'rft', 'requester', 'desk'] as const)('examples of the %s', (role) => {
  it('are found by others of their meaning when they are kept aside', () => {
    const examples = examplesOf(role);
    const right = Array.from({ length: PARTS }, (_, part) => {
      const known = knowing(
        role,
        examples.filter((_one, at) => at % PARTS !== part),
      );
      return examples.filter(
        ({ intent, text }, at) => at % PARTS === part && likenessOf(text, role, known)?.ranked[0]?.intent === intent,
      ).length;
    }).reduce((sum, count) => sum + count, 0);

    expect((100 * right) / examples.length).toBeGreaterThan(LEAST_RIGHT[role]);
  });
});

describe('likeness', () => {
  it('is nothing where the rules hold no examples', () => {
    const { replyExamples: _, ...bare } = rulebook;

    expect(likenessOf('masih error', 'requester', bare)).toBeNull();
    expect(
      readReply({ role: 'requester', text: 'masih error', sent: null, rulebook: bare, today: '2026-11-23' }).intent,
    ).toBe('reopen');
  });

  it('names the words that led to it', () => {
    const said = reply('requester', 'niat ngelayanin ga sih, dari senin disuruh nunggu melulu');

    expect(said.intent).toBe('complaint');
    expect(said.why).toMatch(/^like other answers: .*\b(?:niat|sih|nunggu|melulu)/);
  });

  it('is learnt once, kept, and read back the same', () => {
    const kept = new Map<string, Uint8Array>();
    const cache: ByteCache = { get: (key) => kept.get(key) ?? null, set: (key, bytes) => void kept.set(key, bytes) };
    const copies = [1, 2].map(() => ({ ...rulebook, services: [...rulebook.services] }));
    const found = copies.map((copy) => {
      keepLearntIn(cache, copy);
      return likenessOf('printer masih mati', 'requester', copy)?.ranked;
    });

    expect([...kept.keys()]).toEqual([expect.stringMatching(/^requester-[0-9a-f]{32}$/)]);
    expect(found[1]).toEqual(found[0]);
  });
});

describe('a second opinion', () => {
  const none = new Set<ReplyIntent>();
  const opinion = (first: FirstOpinion, text: string, role: ReplyRole, may = none): ReplyIntent | null =>
    secondOpinion(first, { text, role, rulebook, may })?.intent ?? null;

  it.each<[ReplyRole, string, ReplyIntent]>([
    ['approver', 'Saya setuju, silakan diproses', 'approve'],
    ['rft', 'sudah kami reset, silakan dicoba', 'resolve'],
    ['requester', 'sudah bisa, terima kasih', 'confirm'],
    ['desk', 'terpenuhi', 'confirm-fulfilment'],
  ])('of the %s never says by itself what starts or ends work: “%s”', (role, text, costly) => {
    expect(likenessOf(text, role, rulebook)?.ranked[0]?.intent).toBe(costly);
    expect(opinion({ intent: 'unclear', trust: 0 }, text, role)).toBeNull();
  });

  it('says what the grammar leaned to', () => {
    const text = 'printernya hidup lagi mas, makasih';

    expect(opinion({ intent: 'unclear', trust: 0.3, leaning: 'confirm' }, text, 'requester')).toBe('confirm');
  });

  it('raises a doubt where a closing word is unlike all others', () => {
    const text = 'kapan kira-kira selesai, sudah seminggu tidak ada kabar, kami sangat kecewa';

    expect(opinion({ intent: 'confirm', trust: 9 }, text, 'requester')).toBe('unclear');
  });

  it('leaves alone what is sure', () => {
    expect(opinion({ intent: 'reopen', trust: 4 }, 'masih error', 'requester', new Set(['status']))).toBeNull();
  });
});
