import { describe, it } from 'vitest';
import { expectTheSameAfterCrashes } from '../soak/crash-story.ts';

describe('a daemon that is killed while mails arrive', () => {
  // oxlint-disable-next-line vitest/expect-expect -- the story expects
  it('leaves the tickets and letters of an undisturbed run, after 20 kills', async () => {
    await expectTheSameAfterCrashes({ mails: 500, answers: 60, kills: 20 });
  });
});
