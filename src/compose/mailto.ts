/** mailto: links (RFC 6068) that open a ready mail. One-line bodies: Gmail and several phones lose line breaks. */
export interface MailtoParts {
  readonly address: string;
  readonly subject: string;
  readonly body: string;
  readonly cc: string | null;
}

export function mailtoHref(parts: MailtoParts): string {
  const fields = [
    ...(parts.cc === null ? [] : [`cc=${encodeAddress(parts.cc)}`]),
    `subject=${encode(parts.subject)}`,
    `body=${encode(parts.body)}`,
  ];
  return `mailto:${encodeAddress(parts.address)}?${fields.join('&')}`;
}

function encodeAddress(address: string): string {
  return encode(address).replace('%40', '@');
}

/** encodeURIComponent leaves five characters that some clients end a link at. */
function encode(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ');
  return encodeURIComponent(oneLine).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
