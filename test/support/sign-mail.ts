/** Signs a mail with S/MIME as people's programs do (RFC 8551): in the clear or as one block, its header signed with it or not. */
import { signCms, type Identity, type SigningWish } from './certificates.ts';

export interface MailSigning extends Omit<SigningWish, 'opaque'> {
  readonly form?: 'clear' | 'block';
  /** `fields`: beside the text (RFC 9788); `whole`: the mail within the mail (RFC 8551 §3.1). Default: not at all. */
  readonly header?: 'fields' | 'whole';
  /** What stands in the header that is signed, where it shall differ from the one outside. */
  readonly inside?: (fields: string) => string;
}

const BOUNDARY = 'batas-tanda-tangan';

/** @param raw with CRLF line ends */
export async function signMail(raw: string, signer: Identity, signing: MailSigning): Promise<string> {
  const { form = 'clear', header, inside = (same: string) => same } = signing;
  const end = raw.indexOf('\r\n\r\n');
  const fields = raw
    .slice(0, end)
    .split(/\r\n(?![ \t])/)
    .map((field) => `${field}\r\n`);
  const isContent = (field: string): boolean => /^content-/i.test(field);
  const outside = fields.filter((field) => !isContent(field)).join('');
  const own = fields.filter((field) => !isContent(field) && !/^(?:authentication-results|received|mime-)/i.test(field));
  const described = fields.filter(isContent).join('') || 'Content-Type: text/plain; charset=utf-8\r\n';
  const body = raw.slice(end + 2);
  const part = partOf({ described, body, header, fields: inside(own.join('')) });
  const wish = { ...signing, opaque: form === 'block' };
  const cms = (await signCms(Buffer.from(part, 'latin1'), signer, wish)).toString('base64').replace(/.{76}/g, '$&\r\n');
  if (form === 'block') {
    return `${outside}Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n${cms}\r\n`;
  }
  return [
    `${outside}Content-Type: multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256; boundary=${BOUNDARY}\r\n`,
    'This is a cryptographically signed message in MIME format.\r\n',
    `--${BOUNDARY}\r\n${part}\r\n--${BOUNDARY}`,
    'Content-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n',
    `${cms}\r\n--${BOUNDARY}--\r\n`,
  ].join('\r\n');
}

interface Part {
  readonly described: string;
  readonly body: string;
  readonly header: MailSigning['header'];
  readonly fields: string;
}

function partOf({ described, body, header, fields }: Part): string {
  if (header === 'whole') return `Content-Type: message/rfc822\r\n\r\n${fields}${described}${body}`;
  if (header !== 'fields') return `${described}${body}`;
  return `${fields}${described.replace(/^(content-type:[^\r]*)/im, '$1; hp="clear"')}${body}`;
}
