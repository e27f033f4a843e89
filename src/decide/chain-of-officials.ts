/**
 * A chain of officials: each confirms by reply, one after the other, before the work and on the way back; the requester hears the result
 * when the last one has let it pass. Each step is a line of the rule file with its post, its words and what a no or a silence leads to.
 */
import type { OfficialChain } from '../rulebook/chain.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { addCalendarDays } from '../ticket/service-clock.ts';
import { askEvent, askLetter } from './ask.ts';
import { linkAt, nextOfficial, type Asking } from './asking.ts';
import { nextStep } from './case.ts';
import { caseOf } from './case-of.ts';
import { findVariant } from './catalogue.ts';
import { closingPaper } from './closing-paper.ts';
import { requesterProgress, requesterResolved, requesterReturned, teamStop } from './letters/index.ts';
import { teamOf, type Office } from './office.ts';
import { after, letterContext, outcome, type Reply, type ReplyOutcome } from './reply.ts';
import { stepEvents, stepLetters } from './step.ts';
import { teamParty, TEXT, type Result, type TicketView } from './ticket-view.ts';

/** What a yes leads to: the next one who has to agree, the work, or its end. */
export function afterYes(reply: Reply, given: TicketEvent): ReplyOutcome {
  const { it } = reply;
  const approved = after(reply, [given]);
  if (isOnWayBack(approved, it.office)) return furtherBack(reply, given, approved);
  const { step } = nextStep(caseOf(approved, it), it.office);
  const moved = stepEvents(step, approved, it);
  const isAsked = step.kind === 'approval';
  const view = { ...after(reply, [given, ...moved]), approver: isAsked ? step.approver : reply.sender };
  const letters = stepLetters(step, view, { it, source: reply.source, tellSuperior: false });
  return outcome(isAsked ? 'Confirmed; the next one is asked.' : 'Approved by the person asked.', {
    events: [given, ...moved],
    people: isAsked ? [step.approver] : [],
    letters: isAsked ? letters : [requesterProgress(letterContext(reply, view), 'approved'), ...letters],
  });
}

/** Work that is done goes back through the officials before the requester hears of it. @param done what the team's word led to */
export function backThroughOfficials(reply: Reply, done: ReplyOutcome): ReplyOutcome {
  const resolved = done.events.find((event) => event.type === 'Resolved');
  const { it, view } = reply;
  const chain = chainOf(view, it.office);
  const asking = chain && nextBack(chain, chain.onward.length, { view, office: it.office });
  if (!resolved || !asking) return done;
  const note = done.texts.find(({ name }) => name.startsWith('note:'))?.text ?? '';
  const { mail, writer, team, label } = resolved;
  const result: Result = { mail, writer, team, label, note };
  const others = done.events.filter((event) => event !== resolved);
  const asked = askEvent({ ...view, result }, asking, it);
  const now = { ...after(reply, [...others, asked]), approver: asking.approver, result };
  return {
    ...done,
    events: [...others, asked],
    texts: [...done.texts, { name: TEXT.result, text: JSON.stringify(result) }],
    people: [...done.people, asking.approver],
    letters: [
      ...done.letters.filter(({ template }) => template !== 'requester.resolved'),
      askLetter(now, asking.approver, { context: letterContext(reply, now), office: it.office }),
    ],
    says: 'Done by the team; the officials see it before the requester does.',
  };
}

/** Null where the no is an ordinary one: it ends the request. */
export function officialSaysNo(reply: Reply, refused: TicketEvent): ReplyOutcome | null {
  const { view, it } = reply;
  const step = view.state.approval?.step ?? 0;
  const link = linkAt(chainOf(view, it.office) ?? undefined, step);
  if (isOnWayBack(view, it.office)) return doOver(reply, refused);
  return link?.onNo === 'requester' ? giveBack(reply, refused) : null;
}

/** True where the rule of the present step lets it go on without the official. */
export function mayBeSkipped(view: TicketView, office: Office): boolean {
  return linkAt(chainOf(view, office) ?? undefined, view.state.approval?.step ?? 0)?.onSilence === 'skip';
}

/** Whose turn it is when the present one is passed over. */
export function nextAfterSilence(view: TicketView, office: Office): Asking | null {
  const chain = chainOf(view, office);
  const step = view.state.approval?.step ?? 0;
  if (!chain) return null;
  const at = { office, except: view.requester.id };
  return step <= chain.onward.length
    ? nextOfficial(chain.onward, step, at)
    : nextOfficial(chain.back, step, { ...at, offset: chain.onward.length });
}

function furtherBack(reply: Reply, given: TicketEvent, approved: TicketView): ReplyOutcome {
  const { it } = reply;
  const { office } = it;
  const chain = chainOf(approved, office);
  const asking = chain && nextBack(chain, approved.state.approval?.step ?? 0, { view: approved, office });
  if (!asking) return fulfil(reply, given, approved);
  const asked = askEvent(approved, asking, it);
  const view = { ...after(reply, [given, asked]), approver: asking.approver };
  return outcome('The result is confirmed; the next one sees it.', {
    events: [given, asked],
    people: [asking.approver],
    letters: [askLetter(view, asking.approver, { context: letterContext(reply, view), office })],
  });
}

/** The last official has seen it: now the requester hears what was done. */
function fulfil(reply: Reply, given: TicketEvent, approved: TicketView): ReplyOutcome {
  const { it } = reply;
  const { rulebook, zone } = it.office;
  const { result } = approved;
  const at = it.mail.receivedAt;
  const resolved: TicketEvent = {
    v: 1,
    at,
    type: 'Resolved',
    mail: it.mail.id,
    writer: result?.writer ?? reply.sender.id,
    team: result?.team ?? approved.state.team ?? rulebook.deskTeam,
    label: result?.label ?? null,
  };
  const view = after(reply, [given, resolved]);
  return outcome('The last official has let the result pass.', {
    events: [given, resolved],
    letters: [
      requesterResolved(letterContext(reply, view), {
        note: result?.note ?? '',
        reopenUntil: addCalendarDays(at, rulebook.settings.reopenCalendarDays, zone),
        wantsBast: closingPaper(findVariant(rulebook, view.state.variant)) !== null,
      }),
    ],
  });
}

/** Something has to be mended: the team has it again, with the official's words. */
function doOver(reply: Reply, refused: TicketEvent): ReplyOutcome | null {
  const { it, view, read, sender } = reply;
  const team = teamOf(it.office, view.result?.team ?? view.state.team);
  if (team === null) return null;
  const events: readonly TicketEvent[] = [refused, { v: 1, at: it.mail.receivedAt, type: 'Assigned', team: team.code }];
  const context = letterContext(reply, after(reply, events));
  const parts = { why: 'rework', who: sender, words: read.note ?? read.newText } as const;
  return outcome('The official gives the result back to the team.', {
    events,
    letters: [teamStop(context, teamParty(team, it.office), parts)],
  });
}

/** The papers are to be completed: then the same official is asked again. */
function giveBack(reply: Reply, refused: TicketEvent): ReplyOutcome | null {
  const { it, view, read, sender } = reply;
  const asked = (findVariant(it.office.rulebook, view.state.variant)?.requirements ?? []).filter(
    ({ phase }) => phase === 'submission',
  );
  if (asked.length === 0) return null;
  const checked: TicketEvent = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'RequirementsChecked',
    mail: it.mail.id,
    missing: asked.map(({ key }) => key),
    verdict: view.state.verdict,
    superior: view.state.superior,
    eventDate: view.state.eventDate,
    ...(view.state.eventEnd && { eventEnd: view.state.eventEnd }),
    inJakarta: view.facts.inJakarta ?? null,
  };
  const events = [refused, checked];
  return outcome('The official gives the request back to be completed.', {
    events,
    letters: [requesterReturned(letterContext(reply, after(reply, events)), sender, read.note ?? read.newText)],
  });
}

function nextBack(
  chain: OfficialChain,
  stepsGiven: number,
  { view, office }: { readonly view: TicketView; readonly office: Office },
): Asking | null {
  return nextOfficial(chain.back, stepsGiven, { office, except: view.requester.id, offset: chain.onward.length });
}

export function isOnWayBack(view: TicketView, office: Office): boolean {
  const chain = chainOf(view, office);
  return chain !== null && (view.state.approval?.step ?? 0) > chain.onward.length;
}

function chainOf({ state }: TicketView, { rulebook }: Office): OfficialChain | null {
  return findVariant(rulebook, state.variant)?.chain ?? null;
}
