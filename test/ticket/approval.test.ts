import { describe, expect, it } from 'vitest';
import { asMailId, asPersonId } from '../../src/shared/ids.ts';
import type { TicketEvent } from '../../src/ticket/event.ts';
import { foldTicket } from '../../src/ticket/evolve.ts';
import type { TicketState } from '../../src/ticket/ticket.ts';
import { APPROVER, START } from './ticket.ts';

const mail = asMailId('00000000000000000009');
const DEPUTY = asPersonId('deputy0000000000');
const STRANGER = asPersonId('stranger00000000');
const asked = (approver = APPROVER, step = 1) => ({ type: 'ApprovalAsked', approver, step, shown: 'hash' }) as const;
const given = (approver = APPROVER) => ({ type: 'ApprovalGiven', approver, mail, grade: 'aligned' }) as const;
const refused = (approver = APPROVER) => ({ type: 'ApprovalRefused', approver, mail }) as const;
const declined = { type: 'ApproverDeclined', approver: APPROVER, mail } as const;
const named = (verdict: 'missing' | 'ok') =>
  ({
    type: 'RequirementsChecked',
    mail,
    missing: [],
    verdict,
    superior: null,
    eventDate: null,
    inJakarta: null,
  }) as const;

type Told = TicketEvent extends infer Event ? (Event extends TicketEvent ? Omit<Event, 'v' | 'at'> : never) : never;

/** A ticket that needs an approval, after these events, one a minute. */
function after(...events: readonly Told[]): TicketState {
  const opened = {
    type: 'TicketOpened',
    mail,
    wish: 0,
    kind: 'request',
    ticketType: 'SR',
    requester: asPersonId('requester0000000'),
    receivedAt: START,
    language: 'id',
    grade: 'aligned',
    follows: null,
  } as const;
  const all: readonly Told[] = [opened, named('ok'), ...events];
  return foldTicket(all.map((event, index) => ({ v: 1, at: START + index * 60_000, ...event })));
}

describe('an approval asked of several in one step', () => {
  it('waits for whoever answers first', () => {
    const both = after(asked(), asked(DEPUTY));
    expect(both.approval).toMatchObject({ approver: DEPUTY, others: [APPROVER], answer: 'asked' });
    for (const who of [APPROVER, DEPUTY]) {
      const { approval, approvedBy } = after(asked(), asked(DEPUTY), given(who));
      expect(approval).toEqual({ approver: who, step: 1, shown: 'hash', answer: 'given' });
      expect(approvedBy).toEqual([who]);
    }
  });

  it('is not answered by somebody who was not asked', () => {
    expect(after(asked(), asked(DEPUTY), given(STRANGER)).approval?.answer).toBe('asked');
  });

  it('is another question in the next step: those asked before have no part in it', () => {
    const next = after(asked(), given(), asked(DEPUTY, 2));
    expect(next.approval).toEqual({ approver: DEPUTY, step: 2, shown: 'hash', answer: 'asked' });
    expect(after(asked(), given(), asked(DEPUTY, 2), given()).approval?.answer).toBe('asked');
  });

  it('keeps who was asked back and who is away, until it is asked anew', () => {
    const stated = { type: 'ApprovalStated', writer: APPROVER, mail } as const;
    const away = { type: 'ApproverAway', approver: APPROVER, mail, until: null, deputy: null } as const;
    const open = after(asked(), stated, away, asked(DEPUTY));
    expect(open.approval).toMatchObject({ askedBack: [APPROVER], away: [APPROVER] });
    expect(after(asked(), stated, asked(APPROVER, 2)).approval?.askedBack).toBeUndefined();
  });
});

describe('an approval that is taken back', () => {
  it('is no approval any more', () => {
    expect(after(asked(), given(), refused()).approvedBy).toEqual([]);
    expect(after(asked(), refused()).approvedBy).toEqual([]);
  });

  it('makes the ticket wait again when it is asked anew, and its clock stand still', () => {
    const team = { type: 'Assigned', team: 'RFT-AKUN' as never } as const;
    const working = after(asked(), given(), { type: 'RequestCompleted' }, team);
    expect(working.clock.at(-1)?.to).toBeNull();
    const waiting = after(asked(), given(), { type: 'RequestCompleted' }, team, asked(APPROVER, 2));
    expect(waiting.status).toBe('awaiting-approval');
    expect(waiting.clock.at(-1)?.to).not.toBeNull();
  });
});

describe('a superior who declines', () => {
  it('leaves the ticket to the requester, who names another', () => {
    const state = after(asked(), declined, named('missing'));
    expect(state).toMatchObject({ status: 'incomplete', declinedBy: [APPROVER] });
    expect(after(asked(), declined, named('missing'), named('ok')).status).toBe('triage');
  });
});
