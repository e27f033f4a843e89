/**
 * What somebody told the desk by telephone, at the counter, by fax or WhatsApp, or sent to one of the desk, becomes his ticket, and he is
 * told. The desk says for whom; of a mail passed on, the header block in it says it.
 */
import { forwardedMail } from '../../parse/forwarded.ts';
import type { DeskCommand } from '../../understand/reading.ts';
import type { Letter } from '../letter.ts';
import { requesterWrittenDown, type Channel } from '../letters/index.ts';
import { isNamed, isOurDomain, partyOf, type Office, type Party } from '../office.ts';
import { openTickets, type Opened } from '../open-tickets.ts';
import { contextOf, sourceMail } from '../ticket-view.ts';
import { type Batch, type Handler, type Step } from './batch.ts';
import type { Refusal } from './codes.ts';
import { spokenPlans, spokenSituation } from './spoken.ts';
import type { Spoken } from '../situation.ts';

/** Whoever wrote the mail that is passed on. */
const WRITER_OF_IT =
  /^(?:pengirim(?:nya)?(?: asli)?|penulis(?:nya)?|pemohon(?:nya)?|yang bersangkutan|ybs|beliau|original sender|sender)$/i;

type OnBehalf = Extract<DeskCommand, { readonly kind: 'on-behalf' }>;

export const onBehalf: Handler<'on-behalf'> = (batch, command) => {
  const said = spokenBy(batch, command);
  if (typeof said === 'string') return said;
  const person = personOf(batch, said.from);
  if (typeof person === 'string') return person;
  return open(batch, person, said);
};

interface Said extends Spoken {
  readonly channel: Channel;
  readonly addressees: readonly string[];
}

/** The command's own words; without any, those of the mail passed on below it. */
function spokenBy(batch: Batch, command: OnBehalf): Said | Refusal {
  const { message } = batch.it;
  const forwarded = message === null ? null : forwardedMail(message.text);
  const named = command.address !== null || (command.name !== null && !WRITER_OF_IT.test(command.name));
  const from = named ? { name: command.name ?? '', address: command.address ?? '' } : forwarded?.from;
  if (!from) return forwarded === null ? 'no-original' : 'unknown-person';
  const own = command.text.trim();
  const text = own === '' ? (forwarded?.text ?? '') : own;
  if (text.trim() === '') return 'no-words';
  return {
    text,
    subject: own === '' ? (forwarded?.subject ?? '') : '',
    from,
    channel: command.channel ?? (own === '' ? 'forwarded' : 'told'),
    addressees: own === '' ? (forwarded?.addressees ?? []) : [],
  };
}

/** 18 digits, also in their groups. */
const NIP = /(?:\bNIP\b\W*)?(?<!\d)(\d(?:[ .]?\d){17})(?!\d)/i;

/** By address or NIP, else by a name that only one person of the register bears. */
function personOf(
  { it: { office } }: Batch,
  from: { readonly name: string; readonly address: string },
): Party | Refusal {
  if (from.address !== '') {
    const party = partyOf(office, { name: from.name, address: from.address.toLowerCase() });
    return party.person !== null || isOurDomain(office, party.address) ? party : 'unknown-person';
  }
  const nip = NIP.exec(from.name);
  if (nip !== null) return personOfNip(office, { nip: nip[1] ?? '', name: from.name.replace(nip[0], ' ') });
  const [person, ...more] = office.directory.byName(from.name).filter(({ active }) => active);
  const address = person?.addresses[0];
  if (person === undefined || address === undefined) return 'unknown-person';
  return more.length > 0 ? 'several-people' : partyOf(office, { name: person.name, address });
}

/** A name beside the number has to be his. */
function personOfNip(office: Office, { nip, name }: { readonly nip: string; readonly name: string }): Party | Refusal {
  const person = office.directory.byNip(nip.replace(/\D/g, ''));
  const address = person?.addresses[0];
  if (!person?.active || address === undefined || !isNamed(name, person.name)) return 'unknown-person';
  return partyOf(office, { name: person.name, address });
}

function open(batch: Batch, person: Party, said: Said): Step {
  const situation = spokenSituation(batch, { person, text: said.text, addressees: said.addressees });
  // Not the desk's command, but what he said.
  const original = situation.message && sourceMail(situation.mail.id, situation.message, said.text, situation.papers);
  const opened = openTickets(spokenPlans(situation, said), situation, { from: { ownText: said.text, original } });
  const deeds = opened.map((one) => ({
    kind: 'opened' as const,
    ticket: one.view.number,
    to: person.name || person.address,
    shown: false,
  }));
  return {
    ...batch,
    opened: [...batch.opened, ...opened],
    letters: [...batch.letters, ...opened.flatMap((one) => [told(batch, one, said), ...one.letters])],
    people: [...batch.people, person, ...opened.flatMap((one) => one.people)],
    deeds: [...batch.deeds, ...deeds],
  };
}

function told({ it }: Batch, opened: Opened, said: Said): Letter {
  const reason = opened.step.kind === 'desk' ? { deskReason: opened.step.reason } : {};
  const context = contextOf(opened.view, it.office, { source: null, now: it.now, ...reason });
  return { ...requesterWrittenDown(context, opened.step.kind, said.channel), source: it.mail.id };
}
