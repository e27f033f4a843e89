import { describe, it } from 'vitest';
import { expectTheSameAfterCrashes } from './crash-story.ts';

describe('a daemon that is killed a hundred times while mails arrive', () => {
  // oxlint-disable-next-line vitest/expect-expect -- the story expects
  it('leaves the tickets and letters of an undisturbed run', async () => {
    await expectTheSameAfterCrashes({ mails: 500, answers: 120, kills: Number(process.env['LOKET_KILLS'] ?? 100) });
  });
});
