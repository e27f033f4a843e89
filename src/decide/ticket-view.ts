/** A ticket as letters need it: folded state, private texts, people; and the letter context made from it. */
import type { PaperReading } from '../parse/document.ts';
import type { Address, InboundMessage } from '../parse/message.ts';
import { asPersonId, asMailId, type MailId, type PersonId, type TeamCode, type TicketNumber } from '../shared/ids.ts';
import { localDate, type EpochMs } from '../shared/time.ts';
import type { DeskReason } from '../ticket/event.ts';
import type { TicketState } from '../ticket/ticket.ts';
import type { LetterFinding } from '../understand/papers/letter-findings.ts';
import type { Candidate, Facts } from '../understand/reading.ts';
import type { LetterContext, SourceMail, SuperiorNeed, TeamParty } from './letters/context.ts';
import { marksOf, SUPERIOR_KEY } from './letters/index.ts';
import { deskOf, partyOf, teamOf, type Office, type Party } from './office.ts';
import { rankAsked } from './rank-asked.ts';
import { findService, findVariant } from './catalogue.ts';
import { lacksSuperior } from './case.ts';
import { requirementsByKey } from './filing.ts';
import { isEmpty, NO_PAPERS_KEPT } from './kept-papers.ts';
import { lettersSeen, type KeptPapers, type PaperFault } from './paper-faults.ts';
import type { KnownTicket } from './situation.ts';
import type { TextRow } from './decision.ts';
import { timesIn } from './view-times.ts';

export interface TicketView {
  readonly number: TicketNumber;
  readonly state: TicketState;
  readonly requester: Party;
  readonly superior: Party | null;
  /** Everybody in Cc who qualifies, nearest first. */
  readonly superiors: readonly Party[];
  /** The person asked last. */
  readonly approver: Party | null;
  readonly summary: string;
  readonly ownText: string;
  readonly facts: Facts;
  readonly papers: KeptPapers;
  /** What is wrong with them, for its requester. */
  readonly faults: readonly PaperFault[];
  readonly guesses: readonly Candidate[];
  readonly stem: string | null;
  readonly original: SourceMail | null;
  /** Later mails of its requester that brought papers, in their order; their words stand elsewhere. */
  readonly supplied: readonly SourceMail[];
  /** What the team did, while officials look at it. */
  readonly result: Result | null;
}

export interface Result {
  readonly mail: MailId;
  readonly writer: PersonId;
  readonly team: TeamCode;
  readonly label: string | null;
  readonly note: string;
}

/** Names of the private texts of a ticket. */
export const TEXT = {
  summary: 'summary',
  ownText: 'own-text',
  facts: 'facts',
  guesses: 'guesses',
  /** What its papers say (JSON), and what is wrong with them. */
  papers: 'papers',
  faults: 'faults',
  /** The paper that the desk has been asked to look at (JSON). */
  paperToSee: 'paper-to-see',
  stem: 'stem',
  /** What lists show. */
  subject: 'subject',
  original: 'original',
  /** Later mails that brought what was missing (JSON). */
  supplied: 'supplied',
  /** Addresses of all in Cc who qualify as superiors. */
  superiors: 'superiors',
  /** What the team did, while officials look at it. */
  result: 'result',
  /** What the team asked the requester last. */
  question: 'question',
  /** The last day on which the desk heard that its requester changes it again and again. */
  gathered: 'gathered',
  /** A label that came before the word that all is done. */
  label: 'label',
  /** What the team did, while its label is still asked for (JSON). */
  unlabelled: 'unlabelled',
  /** What the team did, in its words. */
  resolution: 'resolution',
  /** Who reported it as done, while the desk has not confirmed it (JSON: address, name). */
  resolver: 'resolver',
  /** How it stood before the desk's last command (JSON). */
  undo: 'undo',
  /** What the desk corrected, as a proposal for the rules (JSON). */
  example: 'example',
} as const;

export function textRows(
  view: Omit<TicketView, 'state' | 'requester' | 'superior' | 'approver' | 'supplied' | 'result' | 'number'>,
): readonly TextRow[] {
  return [
    { name: TEXT.summary, text: view.summary },
    { name: TEXT.ownText, text: view.ownText },
    { name: TEXT.facts, text: JSON.stringify(view.facts) },
    { name: TEXT.guesses, text: JSON.stringify(view.guesses) },
    ...paperRows(view),
    { name: TEXT.stem, text: view.stem ?? '' },
    { name: TEXT.subject, text: (view.stem ?? '').replace(/^\[[^\]]*\]\s*/, '') },
    { name: TEXT.original, text: JSON.stringify(view.original) },
    { name: TEXT.superiors, text: JSON.stringify(view.superiors.map(({ name, address }) => ({ name, address }))) },
  ];
}

/** None of a ticket that neither has papers nor waits for any. */
export function paperRows({ papers, faults }: Pick<TicketView, 'papers' | 'faults'>): readonly TextRow[] {
  if (isEmpty(papers)) return [];
  return [
    { name: TEXT.papers, text: JSON.stringify(papers) },
    { name: TEXT.faults, text: JSON.stringify(faults) },
  ];
}

/** A stored ticket; texts that retention has emptied read as empty. */
export function viewOf(ticket: KnownTicket, office: Office): TicketView {
  return {
    number: ticket.number,
    state: ticket.state,
    requester: knownParty(ticket, ticket.state.requester, office),
    superior: ticket.state.superior === null ? null : knownParty(ticket, ticket.state.superior, office),
    superiors: stored<readonly Address[]>(ticket.texts[TEXT.superiors], []).map((one) => partyOf(office, one)),
    approver: ticket.state.approval === null ? null : knownParty(ticket, ticket.state.approval.approver, office),
    summary: ticket.texts[TEXT.summary] ?? '',
    ownText: ticket.texts[TEXT.ownText] ?? '',
    facts: stored<Facts>(ticket.texts[TEXT.facts], {}),
    papers: stored<KeptPapers>(ticket.texts[TEXT.papers], NO_PAPERS_KEPT),
    faults: ticket.state.paperFaults === 0 ? [] : stored<readonly PaperFault[]>(ticket.texts[TEXT.faults], []),
    guesses: stored<readonly Candidate[]>(ticket.texts[TEXT.guesses], []),
    stem: ticket.texts[TEXT.stem] || null,
    original: stored<SourceMail | null>(ticket.texts[TEXT.original], null),
    supplied: stored<readonly SourceMail[]>(ticket.texts[TEXT.supplied], []),
    result: stored<Result | null>(ticket.texts[TEXT.result], null),
  };
}

function knownParty(ticket: KnownTicket, id: PersonId, office: Office): Party {
  const row = ticket.people.get(id);
  return row && row.address !== '' ? partyOf(office, row) : { id: asPersonId(id), address: '', name: '', person: null };
}

const NO_PAPERS: ReadonlySet<string> = new Set();

export interface ContextExtras {
  readonly source: SourceMail | null;
  readonly now: EpochMs;
  readonly deskReason?: DeskReason | null;
  readonly approver?: Party | null;
  readonly master?: TicketNumber | null;
}

export function contextOf(view: TicketView, office: Office, extras: ContextExtras): LetterContext {
  const { state } = view;
  return {
    rulebook: office.rulebook,
    now: extras.now,
    mailbox: office.mailbox.address,
    number: view.number,
    kind: state.kind,
    language: state.language,
    requester: view.requester,
    service: state.service,
    variant: state.variant,
    incident: state.incident,
    summary: view.summary,
    ownText: view.ownText,
    facts: view.facts,
    priority: state.priority ?? null,
    ...timesIn(state, office, extras.now),
    team: teamIn(state, office),
    desk: teamParty(deskOf(office), office),
    approver: extras.approver ?? approverIn(view),
    asked: state.approval === null ? null : { step: state.approval.step, result: view.result?.note ?? null },
    superior: superiorNeed(view, office),
    missing: missingItems(view, office),
    ...papersIn(view, office, extras.now),
    paperKeys: office.paperKeys ?? NO_PAPERS,
    grade: state.grade,
    deskReason: extras.deskReason ?? state.deskReason,
    guesses: view.guesses,
    source: extras.source,
    original: view.original,
    supplied: view.supplied,
    follows: state.follows,
    master: extras.master ?? null,
    stem: view.stem,
  };
}

function teamIn({ team: code }: TicketState, office: Office): TeamParty | null {
  const team = teamOf(office, code);
  return team ? teamParty(team, office) : null;
}

export function teamParty(team: { readonly address: string; readonly name: string }, office: Office): TeamParty {
  return { id: office.keyring.personId(team.address), address: team.address, name: team.name };
}

/** The mail that a letter answers; pictures of signatures are no attachments. */
export function sourceMail(
  mail: MailId,
  message: InboundMessage,
  text: string,
  papers: readonly PaperReading[],
): SourceMail {
  const marks = marksOf(papers);
  return {
    mail: asMailId(mail),
    messageId: message.messageId,
    references: [...message.ancestors].toReversed(),
    attachments: message.attachments
      .filter((attachment) => !attachment.inline)
      .map((attachment) => attachment.filename),
    ...(marks.length > 0 && { marks }),
    ...(message.problems.includes('not-scanned') && { notScanned: true }),
    text,
  };
}

/** The person asked last, wherever the view knows him from. */
function approverIn({ state, approver, superior, superiors }: TicketView): Party | null {
  const asked = state.approval?.approver;
  if (asked === undefined) return null;
  return [approver, superior, ...superiors].find((one) => one?.id === asked) ?? approver ?? superior;
}

function superiorNeed(view: TicketView, office: Office): SuperiorNeed | null {
  const { rulebook } = office;
  const rank = rankAsked(findService(rulebook, view.state.service), findVariant(rulebook, view.state.variant));
  if (rank === null) return null;
  const person = view.requester.person;
  const on = localDate(view.state.receivedAt, office.zone);
  const qualifying = person ? office.directory.qualifying(person, rank, on) : [];
  return { rank, verdict: view.state.verdict, found: view.superior, qualifying };
}

/** What is wrong with the papers that came, and what those that go out are filled in with. */
function papersIn(
  view: TicketView,
  office: Office,
  now: EpochMs,
): Pick<LetterContext, 'faults' | 'letters' | 'onForms' | 'devices'> {
  return { faults: view.faults, letters: lettersIn(view, office, now), ...onForms(view, office), ...devicesOf(view) };
}

function lettersIn({ papers, requester, state }: TicketView, office: Office, now: EpochMs): readonly LetterFinding[] {
  if (state.kind !== 'request') return [];
  const variant = findVariant(office.rulebook, state.variant);
  return lettersSeen(papers, { office, requester, variant, at: now }, state.missing);
}

function devicesOf({ papers }: TicketView): Pick<LetterContext, 'devices'> {
  const list = papers.papers.find(({ type }) => type === 'daftar-perangkat');
  return list?.rows?.length ? { devices: list.rows.map(({ values }) => values) } : {};
}

/** Looked up only where a form goes along. */
function onForms(view: TicketView, office: Office): Pick<LetterContext, 'onForms'> {
  const { person } = view.requester;
  const { missing, variant, receivedAt } = view.state;
  const asked = findVariant(office.rulebook, variant)?.requirements.filter(({ key }) => missing.includes(key)) ?? [];
  const form = asked.find(({ key, kind }) => kind === 'form' && office.paperKeys?.has(key));
  if (form === undefined || person === null) return {};
  const on = localDate(receivedAt, office.zone);
  const line = office.directory.lineOf(person, on);
  const top = line.find((one) => one.eselon === 'I');
  const able = form.signerRank === null ? [] : office.directory.qualifying(person, form.signerRank, on);
  return { onForms: { signer: able[0] ?? null, topUnit: top?.unitName ?? '' } };
}

function missingItems(view: TicketView, office: Office): LetterContext['missing'] {
  const variant = findVariant(office.rulebook, view.state.variant);
  const papers = requirementsByKey(view.state.missing, variant, office.rulebook);
  return lacksSuperior(view.state.verdict) ? [{ key: SUPERIOR_KEY, text: '' }, ...papers] : papers;
}

/** JSON that we wrote ourselves; emptied rows give the default. */
function stored<Value>(text: string | undefined, empty: Value): Value {
  if (text === undefined || text === '') return empty;
  const value: Value = JSON.parse(text);
  return value;
}
