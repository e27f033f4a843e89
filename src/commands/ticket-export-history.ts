/** Summary and events of a ticket as entries of its evidence file. */
import type { EvidenceEntry } from '../papers/make/evidence/manifest.ts';
import type { TicketRecord } from '../record/store.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { TEXT } from '../decide/ticket-view.ts';
import type { Told } from './ticket-export-order.ts';
import type { Telling } from './ticket-export-words.ts';

export function summaryOf({ number, state, texts }: TicketRecord, telling: Telling): [string, string][] {
  const rows: readonly (readonly [string, string])[] = [
    ['Nomor tiket', number],
    ['Perihal', telling.text(texts[TEXT.subject] ?? '')],
    ['Jenis', telling.code('kind', state.kind)],
    ['Layanan', telling.service(state.service)],
    ['Varian', telling.variant(state.variant)],
    ['Keadaan', telling.code('status-of-ticket', state.status)],
    ['Pemohon', telling.person(state.requester)],
    ['Penyetuju', state.approval ? telling.person(state.approval.approver) : ''],
    ['Diterima', telling.moment(state.receivedAt)],
    ['Lengkap', state.completedAt === null ? '' : telling.moment(state.completedAt)],
    ['Selesai', state.resolvedAt === null ? '' : telling.moment(state.resolvedAt)],
    ['Berakhir', state.endedAt === null ? '' : telling.moment(state.endedAt)],
  ];
  return rows.filter(([, value]) => value !== '').map(([name, value]) => [name, value]);
}

export function eventEntries(events: readonly TicketEvent[], telling: Telling): readonly Told[] {
  return events.map((event) => ({
    instant: event.at,
    mail: 'mail' in event ? event.mail : null,
    entry: {
      at: telling.iso(event.at),
      title: telling.event(event.type),
      lines: linesOf(event, telling),
      data: { kind: 'event', ...dataOf(event) },
    },
  }));
}

function linesOf(event: TicketEvent, telling: Telling): string[] {
  const { type: _type, v: _v, at: _at, ...fields } = event;
  return Object.entries(fields).flatMap(([name, value]) => telling.field(name, value) ?? []);
}

/** Ids, codes and times as they lie in the store; names and texts of people are not among them. */
function dataOf(event: TicketEvent): EvidenceEntry['data'] {
  const { type, ...rest } = event;
  const plain: EvidenceEntry['data'] = JSON.parse(JSON.stringify(rest));
  return { ...plain, event: type };
}
