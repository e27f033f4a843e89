import type { AddressObject, EmailAddress } from 'mailparser';
import { cleanLine } from './characters.ts';
import type { Address } from './message.ts';

/** Of one field; the header's own limit (`maxHeaderBytes`) comes first for all but the shortest. Those beyond are left out. */
const MOST_ADDRESSES = 10_000;
const MOST_ADDRESS_CHARACTERS = 320;

/** What the parser made of one or several address fields, groups flattened, without what is no address. */
export function toAddresses(value: unknown): readonly Address[] {
  const objects = (Array.isArray(value) ? value : [value]).filter(isAddressObject);
  const flat = objects.flatMap((object) => object.value).flatMap((entry) => entry.group ?? [entry]);
  return flat
    .map(toAddress)
    .filter((entry) => entry !== null)
    .slice(0, MOST_ADDRESSES);
}

function isAddressObject(value: unknown): value is AddressObject {
  return typeof value === 'object' && value !== null && 'value' in value && Array.isArray(value.value);
}

function toAddress(entry: EmailAddress): Address | null {
  const address = tidyAddress(entry.address ?? '');
  return address === null ? null : { name: cleanLine(entry.name ?? '', 200), address };
}

/** Lower-case, without brackets and display name; null for what cannot be one. */
export function tidyAddress(text: string): string | null {
  const bracket = text.lastIndexOf('<');
  const inner = bracket < 0 ? text : text.slice(bracket + 1).split('>', 1)[0];
  const address = unquoted(cleanLine(inner ?? '', MOST_ADDRESS_CHARACTERS + 1).toLowerCase());
  const at = address.lastIndexOf('@');
  const fits = at > 0 && at < address.length - 1 && address.length <= MOST_ADDRESS_CHARACTERS;
  return fits && !/[\s<>(),;]/.test(address) ? address : null;
}

/** `"budi"@x` is `budi@x` (RFC 5322 §3.4.1); quotes that are needed stay. */
function unquoted(address: string): string {
  return address.replace(/^"([a-z0-9!#$%&'*+/=?^_`{|}~.-]+)"@/, '$1@');
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
