import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asPersonId, asTeamCode, asTicketNumber } from '../../src/shared/ids.ts';
import { HOUR } from '../../src/shared/time.ts';
import type { TicketEvent } from '../../src/ticket/event.ts';
import { evolve, foldTicket } from '../../src/ticket/evolve.ts';
import { canApply, ENDED, isOneOf, LIFECYCLE } from '../../src/ticket/lifecycle.ts';
import { STATUSES, type TicketState, type TicketStatus } from '../../src/ticket/ticket.ts';
import { anEvent, given, history, someEvent, START } from './ticket.ts';

const COMPLETE = ['Classified', 'RequirementsChecked', 'RequestCompleted', 'Assigned'] as const;
const LACKING = ['RequirementsChecked', { missing: ['scan-ktp'] }] as const;

describe('the way of a ticket', () => {
  test.each<[string, TicketState, TicketStatus]>([
    ['a new one', given(), 'triage'],
    ['one of which papers are missing', given('Classified', LACKING), 'incomplete'],
    ['one without a superior in Cc', given(['RequirementsChecked', { verdict: 'missing' }]), 'incomplete'],
    ['one with a superior of too low a rank', given(['RequirementsChecked', { verdict: 'too-low' }]), 'incomplete'],
    ['one whose superior has retired', given(['RequirementsChecked', { verdict: 'inactive' }]), 'incomplete'],
    ['one whose superior the desk has to look up', given(['RequirementsChecked', { verdict: 'unknown' }]), 'triage'],
    ['one that is incomplete and unsure', given(LACKING, 'SentToDesk'), 'triage'],
    ['one that is supplied', given(LACKING, 'RequirementsChecked'), 'triage'],
    ['one that waits for an approval', given('RequirementsChecked', 'ApprovalAsked'), 'awaiting-approval'],
    ['one that lacks papers beside the approval', given(LACKING, 'ApprovalAsked'), 'incomplete'],
    ['that one once supplied', given(LACKING, 'ApprovalAsked', 'RequirementsChecked'), 'awaiting-approval'],
    [
      'one whose approver the desk found',
      given(['RequirementsChecked', { verdict: 'missing' }], 'ApprovalAsked'),
      'awaiting-approval',
    ],
    ['one that is approved', given('ApprovalAsked', 'ApprovalGiven'), 'triage'],
    ['one that is refused', given('ApprovalAsked', 'ApprovalRefused', 'Rejected'), 'rejected'],
    ['one with a team', given(...COMPLETE), 'assigned'],
    ['one whose team asks for help', given(...COMPLETE, 'SentToDesk'), 'triage'],
    ['one that changes so that papers are missing', given(...COMPLETE, LACKING), 'incomplete'],
    ['one that changes and is asked for anew', given(...COMPLETE, 'ApprovalAsked'), 'awaiting-approval'],
    ['one on hold', given(...COMPLETE, 'PutOnHold'), 'on-hold'],
    ['one that goes on', given(...COMPLETE, 'PutOnHold', 'Resumed'), 'assigned'],
    ['one on hold that no team has', given('PutOnHold', 'Resumed'), 'triage'],
    ['one that is fulfilled', given(...COMPLETE, 'Resolved'), 'resolved'],
    [
      'one that is fulfilled while a letter fails',
      given(...COMPLETE, 'Resolved', 'LetterFailed', 'SentToDesk'),
      'resolved',
    ],
    ['one that is confirmed', given(...COMPLETE, 'Resolved', 'Closed'), 'closed'],
    ['one that is reopened', given(...COMPLETE, 'Resolved', 'Closed', 'Reopened'), 'assigned'],
    ['one that is reopened without a team', given('Closed', 'Reopened'), 'triage'],
    ['one that is withdrawn', given(...COMPLETE, 'Cancelled'), 'cancelled'],
  ])('%s', (_, state, status) => {
    expect(state.status).toBe(status);
  });
});

describe('evolve', () => {
  test('remembers what the mail was', () => {
    const follows = asTicketNumber('SR-261101-0001-1');
    const state = foldTicket([anEvent('TicketOpened', START + 5, { follows, kind: 'incident', ticketType: 'INC' })]);

    expect(state).toMatchObject({ kind: 'incident', ticketType: 'INC', receivedAt: START, follows, links: [follows] });
    expect(state).toMatchObject({ lastMailAt: START, changedAt: START + 5, completedAt: null, clock: [] });
  });

  test('keeps the step and the answer of an approval', () => {
    expect(given('ApprovalAsked', ['ApprovalAsked', { step: 2, shown: 'new' }]).approval).toMatchObject({
      step: 2,
      shown: 'new',
      answer: 'asked',
    });
    expect(given('ApprovalAsked', 'ApprovalGiven').approval?.answer).toBe('given');
    expect(given('ApprovalAsked', 'ApprovalRefused').approval?.answer).toBe('refused');
    expect(given('ApprovalAsked', 'ApprovalGiven', 'ApprovalAsked').approval?.answer).toBe('asked');
  });

  test('does not take the word of somebody who was not asked', () => {
    const other = asPersonId('somebody00000000');

    expect(given('ApprovalAsked', ['ApprovalGiven', { approver: other }])).toMatchObject({
      status: 'awaiting-approval',
      approval: { answer: 'asked' },
    });
    expect(given(['ApprovalGiven', { approver: other }]).approval).toBeNull();
  });

  test('says what the desk is to look at until it has', () => {
    expect(given(['SentToDesk', { reason: 'late-filing' }]).deskReason).toBe('late-filing');
    expect(given('SentToDesk', 'Assigned').deskReason).toBeNull();
    expect(given('SentToDesk', ['Classified', { by: 'desk' }]).deskReason).toBeNull();
    expect(given('SentToDesk', 'Classified').deskReason).toBe('unsure');
  });

  test('takes the team from whoever has it now', () => {
    const other = asTeamCode('RFT-JARINGAN');

    expect(given(...COMPLETE, ['Assigned', { team: other }]).team).toBe(other);
    expect(given(...COMPLETE, 'PutOnHold').holdCause).toBe('requester');
    expect(given(...COMPLETE, 'PutOnHold', 'Resumed').holdCause).toBeNull();
  });

  test('keeps fulfilment until it is reopened, and the end until then', () => {
    const closed = given(...COMPLETE, 'Resolved', 'Closed', 'MailAttached');

    expect(closed).toMatchObject({ resolvedAt: START + 5 * HOUR, endedAt: START + 6 * HOUR, label: 'selesai' });
    expect(given(...COMPLETE, 'Resolved', 'Closed', 'Reopened')).toMatchObject({
      resolvedAt: null,
      endedAt: null,
      label: null,
    });
  });

  test('counts only the first answer as the first', () => {
    const state = given('FirstResponded', ['FirstResponded', { late: true }]);

    expect(state.firstResponse).toMatchObject({ at: START + HOUR, late: false });
  });

  test('knows when a person last wrote, machines not counted', () => {
    expect(given('MailAttached', ['MailAttached', { role: 'machine' }]).lastMailAt).toBe(START + HOUR);
  });

  test('links each ticket once', () => {
    expect(given('Linked', 'Linked').links).toHaveLength(1);
  });

  test('refuses a stream that is not a ticket', () => {
    expect(() => evolve(null, anEvent('Assigned', START))).toThrow('Assigned stands before TicketOpened');
    expect(() => evolve(given(), anEvent('TicketOpened', START))).toThrow('opened twice');
    expect(() => foldTicket([])).toThrow('without events');
  });
});

describe('the clock', () => {
  const at = (hour: number): number => START + hour * HOUR;

  test.each<[string, TicketState, TicketState['clock']]>([
    ['has not started before the request is complete', given('Classified', 'RequirementsChecked', 'Assigned'), []],
    ['starts when it is complete', given(...COMPLETE), [{ from: at(3), to: null }]],
    ['starts on the desk as well', given('RequestCompleted', 'SentToDesk'), [{ from: at(1), to: null }]],
    ['runs while the team asks the desk', given(...COMPLETE, 'SentToDesk'), [{ from: at(3), to: null }]],
    ['stands still for the requester', given(...COMPLETE, 'PutOnHold'), [{ from: at(3), to: at(5) }]],
    [
      'stands still for maintenance',
      given(...COMPLETE, ['PutOnHold', { cause: 'maintenance' }]),
      [{ from: at(3), to: at(5) }],
    ],
    [
      'runs while the team waits for others',
      given(...COMPLETE, ['PutOnHold', { cause: 'team' }]),
      [{ from: at(3), to: null }],
    ],
    ['stands still for papers', given(...COMPLETE, LACKING), [{ from: at(3), to: at(5) }]],
    ['stands still for the approver', given(...COMPLETE, 'ApprovalAsked'), [{ from: at(3), to: at(5) }]],
    [
      'goes on after a wait',
      given(...COMPLETE, 'PutOnHold', 'Resumed'),
      [
        { from: at(3), to: at(5) },
        { from: at(6), to: null },
      ],
    ],
    ['stops at fulfilment', given(...COMPLETE, 'Resolved'), [{ from: at(3), to: at(5) }]],
    ['stays stopped when the ticket is closed', given(...COMPLETE, 'Resolved', 'Closed'), [{ from: at(3), to: at(5) }]],
    [
      'goes on when it is reopened',
      given(...COMPLETE, 'Resolved', 'Reopened'),
      [
        { from: at(3), to: at(5) },
        { from: at(6), to: null },
      ],
    ],
    ['stops when it is withdrawn', given(...COMPLETE, 'Cancelled'), [{ from: at(3), to: at(5) }]],
  ])('%s', (_, state, clock) => {
    expect(state.clock).toEqual(clock);
  });

  test('does not keep a span without length', () => {
    const events = [
      anEvent('TicketOpened', START),
      anEvent('RequestCompleted', START),
      anEvent('ApprovalAsked', START),
    ];

    expect(foldTicket(events).clock).toEqual([]);
  });
});

describe('any history', () => {
  const told = fc.array(someEvent, { maxLength: 30 });

  /** The events of a told history that may happen where they stand. */
  function legal(events: readonly TicketEvent[]): readonly TicketState[] {
    const states: TicketState[] = [];
    for (const event of events) {
      const state = states.at(-1) ?? null;
      if (canApply(state, event)) states.push(evolve(state, event));
    }
    return states;
  }

  test('folds to one of the statuses, legal or not', () => {
    fc.assert(
      fc.property(told, (events) => {
        expect(STATUSES).toContain(given(...events).status);
      }),
    );
  });

  test('keeps the promises of its status at every step', () => {
    fc.assert(
      fc.property(told, (events) => {
        for (const state of legal(history(...events))) {
          expect(state.status === 'assigned' && state.team === null).toBe(false);
          expect(state.status === 'resolved' && state.resolvedAt === null).toBe(false);
          expect(state.endedAt !== null).toBe(isOneOf(ENDED, state.status));
          expect(state.holdCause !== null).toBe(state.status === 'on-hold');
        }
      }),
    );
  });

  test('keeps clock spans in order, apart, and only the last one open', () => {
    fc.assert(
      fc.property(told, (events) => {
        for (const { clock, completedAt, status } of legal(history(...events))) {
          const ends = clock.map((span) => span.to);
          const flat = clock.flatMap((span) => [span.from, span.to ?? Infinity]);

          expect(ends.slice(0, -1)).not.toContain(null);
          expect(flat).toEqual(flat.toSorted((one, other) => one - other));
          expect(completedAt === null && clock.length > 0).toBe(false);
          expect(
            ends.at(-1) === null && isOneOf([...ENDED, 'resolved', 'incomplete', 'awaiting-approval'], status),
          ).toBe(false);
        }
      }),
    );
  });

  test('folds in parts as at once', () => {
    fc.assert(
      fc.property(told, fc.nat(30), (events, cut) => {
        const all = history(...events);
        const first = foldTicket(all.slice(0, cut + 1));

        expect(all.slice(cut + 1).reduce<TicketState>(evolve, first)).toEqual(foldTicket(all));
      }),
    );
  });

  test('that is legal ends for good only as rejected or cancelled, unless the desk takes it back', () => {
    fc.assert(
      fc.property(told, (events) => {
        const kept = history(...events).filter(({ type }) => type !== 'Undone');
        const statuses = legal(kept).map((state) => state.status);
        const end = statuses.findIndex((status) => status === 'rejected' || status === 'cancelled');

        expect(new Set(end === -1 ? [] : statuses.slice(end)).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('reaches every status', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(told, (events) => {
        for (const state of legal(history(...events))) reached.add(state.status);
      }),
      { numRuns: 500, seed: 1 },
    );

    expect([...reached].toSorted()).toEqual([...STATUSES].toSorted());
  });
});

describe('the lifecycle table', () => {
  test('opens a ticket once and nothing before it', () => {
    const first = Object.entries(LIFECYCLE).filter(([, statuses]) => statuses.includes('none'));

    expect(first).toEqual([['TicketOpened', ['none']]]);
  });

  test.each([
    ['Assigned', 'closed', false],
    ['Assigned', 'resolved', false],
    ['Resolved', 'incomplete', false],
    ['ApprovalGiven', 'rejected', false],
    ['Reopened', 'cancelled', false],
    ['Reopened', 'closed', true],
    ['Cancelled', 'resolved', true],
    ['MailAttached', 'rejected', true],
  ] as const)('%s in %s: %s', (type, status, may) => {
    expect(LIFECYCLE[type].some((one) => one === status)).toBe(may);
  });
});

describe('what the clock has written', () => {
  const COUNTED = [...COMPLETE, ['Reminded', { about: 'due-soon' }]] as const;
  const abouts = (state: TicketState): readonly string[] => state.reminders.map(({ about }) => about);

  test.each<[string, TicketState]>([
    ['a hold', given(...COUNTED, 'PutOnHold')],
    ['a hold that is over', given(...COUNTED, 'PutOnHold', 'Resumed')],
    ['another team', given(...COUNTED, ['Assigned', { team: asTeamCode('RFT-DATA') }])],
    ['a reopening', given(...COUNTED, 'Resolved', 'Reopened')],
  ])('of the promise is not forgotten by %s', (_, state) => {
    expect(abouts(state)).toEqual(['due-soon']);
  });

  test.each<[string, TicketState]>([
    ['another service', given(...COUNTED, ['Classified', { variant: 'ITSM.8/penonaktifan' }])],
    ['another day of the event', given(...COUNTED, ['RequirementsChecked', { eventDate: '2026-12-01' }])],
    ['a decision that starts it', given(...COUNTED, 'StartDecided')],
  ])('of the promise is forgotten with %s: something else is promised', (_, state) => {
    expect(abouts(state)).toEqual([]);
  });

  test('of a wait is forgotten when somebody else is waited for', () => {
    expect(abouts(given(LACKING, 'Reminded'))).toEqual(['missing']);
    expect(abouts(given(LACKING, 'Reminded', 'RequirementsChecked', 'Assigned'))).toEqual([]);
  });
});
