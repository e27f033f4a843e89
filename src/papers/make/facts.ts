/** What a paper can be filled in with, by the names that descriptions use after `from:`. All of it comes in as text; what is not known is left out. */
export const SOURCES = [
  'office.name',
  'office.fullName',
  'office.deskName',
  'ticket.number',
  'ticket.service',
  'ticket.serviceName',
  'ticket.variant',
  'ticket.variantName',
  'today.date',
  'today.weekday',
  'today.words',
  'requester.name',
  'requester.nip',
  'requester.title',
  'requester.unit',
  'requester.topUnit',
  'requester.email',
  'superior.name',
  'superior.nip',
  'superior.title',
  'superior.eselon',
  'superior.email',
  'resolver.name',
  'resolver.nip',
  'resolver.title',
  'resolver.unit',
  'handover.number',
  'handover.done',
  'handover.quantity',
  'handover.application',
  'handover.hosts',
  'handover.addresses',
  'handover.place',
] as const;
export type Source = (typeof SOURCES)[number];

export type Facts = Readonly<Partial<Record<Source, string>>>;

/** One line of a table, by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

export interface PaperPerson {
  readonly name: string;
  readonly nip?: string;
  readonly title?: string;
  readonly unit?: string;
  /** The unit of eselon I, as the form's list names it. */
  readonly topUnit?: string;
  readonly email?: string;
  /** `III` or `setara-III`, as the register has it. */
  readonly eselon?: string;
}

export interface PaperTicket {
  readonly number: string;
  /** `ITSM.10`; null while it is not known. */
  readonly service: string | null;
  readonly serviceName?: string;
  readonly variant?: string | null;
  readonly variantName?: string;
}

export interface PaperOffice {
  readonly name: string;
  readonly fullName: string;
  readonly deskName: string;
}
