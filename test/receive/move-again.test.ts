import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asMailId } from '../../src/shared/ids.ts';
import type { Lying } from '../../src/receive/mail-source.ts';
import { PLUGINS, startHoodiecrow, type Hoodiecrow } from '../support/hoodiecrow.ts';
import { accessTo, DONE, HELD, watched, type Watched } from '../support/watch.ts';

const letter = (subject: string): string => `From: promo@vendor.example\r\nSubject: ${subject}\r\n\r\nPenawaran.\r\n`;
const lying = (raw: string, place: Lying['place'] = null): Lying => ({
  mail: asMailId('m1'),
  place,
  sha256: createHash('sha256').update(raw).digest('hex'),
  sizeBytes: raw.length,
});

describe('a mail that lies in a folder of ours', () => {
  let server: Hoodiecrow;
  let open: Watched;

  const begin = async (plugins?: readonly string[], limits: Partial<Watched['options']['limits']> = {}) => {
    server = await startHoodiecrow(plugins);
    const options = accessTo(server.port);
    open = await watched(options);
    if (Object.keys(limits).length > 0) {
      await open.mailbox.stop();
      open = await watched(options, { limits: { ...open.options.limits, ...limits } });
    }
  };
  const subjects = (folder: string): readonly string[] =>
    server.messages(folder).map(({ raw }) => /Subject: (.*)/.exec(String(raw))?.[1]?.trim() ?? '');
  /** They arrive and are moved to the folder of held mails. */
  const held = async (...raws: readonly string[]) => {
    for (const raw of raws) server.append(raw);
    await open.mailbox.catchUp();
    const uids = open.ledger.kept.map(({ uid }) => uid);
    const outcome = await open.mailbox.move(open.ledger.state?.uidValidity ?? '', uids, HELD);
    return outcome.kind === 'moved' ? uids.map((uid) => outcome.places.get(uid) ?? null) : [];
  };
  beforeEach(() => begin());
  afterEach(async () => {
    await open.mailbox.stop();
    await server.close();
  });

  it('is found by the UID that the server told when it went there', async () => {
    const [, second] = await held(letter('satu'), letter('dua'));
    expect(second).not.toBeNull();

    await open.mailbox.moveAgain({ from: HELD, to: DONE, mails: [lying('of other bytes', second ?? null)] });

    expect([subjects(HELD), subjects(DONE)]).toEqual([['satu'], ['dua']]);
  });

  it('is found by its bytes where its UID is not known, also among those of the same size', async () => {
    await held(letter('abc'), letter('bca'), letter('cab'));

    await open.mailbox.moveAgain({ from: HELD, to: DONE, mails: [lying(letter('bca'))] });

    expect([subjects(HELD), subjects(DONE)]).toEqual([['abc', 'cab'], ['bca']]);
  });

  it('is not mistaken for another one by a UID of another UIDVALIDITY', async () => {
    const [first] = await held(letter('abc'), letter('bca'));
    const place = { uidValidity: '999', uid: first?.uid ?? 1 };

    await open.mailbox.moveAgain({ from: HELD, to: DONE, mails: [lying(letter('bca'), place)] });

    expect([subjects(HELD), subjects(DONE)]).toEqual([['abc'], ['bca']]);
  });

  it('counts as moved when it is gone, so that a move may be repeated', async () => {
    const [place] = await held(letter('satu'));
    const order = { from: HELD, to: DONE, mails: [lying(letter('satu'), place ?? null)] };

    expect(await open.mailbox.moveAgain(order)).toEqual([asMailId('m1')]);
    expect(await open.mailbox.moveAgain(order)).toEqual([asMailId('m1')]);

    expect([subjects(HELD), subjects(DONE)]).toEqual([[], ['satu']]);
  });

  it('that was cut when it was kept is known by what was kept of it', async () => {
    await open.mailbox.stop();
    await server.close();
    await begin(PLUGINS, { maxMessageBytes: 5000, maxSmallBytes: 2000, pieceBytes: 1024 });
    const raw = `Subject: besar\r\n\r\n${'x'.repeat(20_000)}`;
    await held(raw);
    const cut = { ...lying(raw.slice(0, 5000)), sizeBytes: raw.length };

    await open.mailbox.moveAgain({ from: HELD, to: DONE, mails: [cut] });

    expect([subjects(HELD), subjects(DONE)]).toEqual([[], ['besar']]);
  });

  it('stays where it is on a server that cannot move safely', async () => {
    await open.mailbox.stop();
    await server.close();
    await begin(PLUGINS.filter((plugin) => plugin !== 'MOVE' && plugin !== 'UIDPLUS'));
    server.append(letter('satu'));
    await open.mailbox.catchUp();

    expect(await open.mailbox.moveAgain({ from: 'INBOX', to: DONE, mails: [lying(letter('satu'))] })).toHaveLength(1);

    expect(subjects('INBOX')).toEqual(['satu']);
  });

  it('leaves the watched mailbox undisturbed', async () => {
    await held(letter('satu'));
    const moving = open.mailbox.moveAgain({ from: HELD, to: DONE, mails: [lying(letter('satu'))] });
    server.append(letter('baru'));

    await moving;
    await open.mailbox.catchUp();

    expect(open.ledger.kept).toHaveLength(2);
    expect(open.mailbox.health().phase).toBe('connected');
  });
});
