/** "SR-261123-0042-7: jumlah: 12": a line of the desk behind the number of the ticket that it is about. */

const OWN_TICKET = /^\W{0,2}\[?([A-Z]{2,3}-\d{4,6}-\d{3,9}(?:-\d)?)\]?\s*[:=,\u2013\u2014-]?\s+(?=\S)/i;

export interface Placed {
  /** Without the number. */
  readonly text: string;
  readonly base: { readonly line: string; readonly ticket: string | null };
}

export function placed(raw: string): Placed {
  const own = OWN_TICKET.exec(raw);
  const text = (own ? raw.slice(own[0].length) : raw).trim();
  return { text, base: { line: raw, ticket: own?.[1]?.toUpperCase() ?? null } };
}
