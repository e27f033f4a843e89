/** Raw mails as people's programs write them: enough of RFC 5322 for tests that send thousands. */
export interface WrittenMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** Beside the text, as `multipart/alternative`; an empty text leaves the HTML alone. */
  readonly html?: string;
  readonly messageId: string;
  readonly date?: Date;
  /** Zone of its Date field, hours east of UTC; default 0. */
  readonly hoursEast?: number;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  /** Further header fields as `Name: value`. */
  readonly headers?: readonly string[];
  readonly attachments?: readonly { readonly filename: string; readonly type: string; readonly content: Uint8Array }[];
}

const DIGITS = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];

/** A number digit by digit: `12` is `satu dua`. */
export function spelled(number: number): string {
  return [...String(number)].map((digit) => DIGITS[Number(digit)]).join(' ');
}

const BOUNDARY = '=_batas_7f3a';

export function writeMail(mail: WrittenMail): string {
  const head = [
    `From: ${encodeWords(mail.from.name)} <${mail.from.address}>`,
    `To: ${(mail.to ?? ['servicedesk@kemenkeu.example']).join(', ')}`,
    ...(mail.cc?.length ? [`Cc: ${mail.cc.join(', ')}`] : []),
    `Subject: ${encodeWords(mail.subject)}`,
    `Date: ${dateOf(mail)}`,
    `Message-ID: <${mail.messageId}>`,
    ...(mail.inReplyTo ? [`In-Reply-To: <${mail.inReplyTo}>`] : []),
    ...(mail.references?.length ? [`References: ${mail.references.map((id) => `<${id}>`).join(' ')}`] : []),
    ...(mail.headers ?? []),
    'MIME-Version: 1.0',
  ];
  const text = bodyOf(mail);
  if (!mail.attachments?.length) return [...head, ...text, ''].join('\r\n');
  const parts = mail.attachments.map((file) =>
    [
      `Content-Type: ${file.type}; name="${encodeWords(file.filename)}"`,
      `Content-Disposition: attachment; filename="${encodeWords(file.filename)}"`,
      'Content-Transfer-Encoding: base64',
      '',
      base64(Buffer.from(file.content)),
    ].join('\r\n'),
  );
  const body = [text.join('\r\n'), ...parts].map((part) => `--${BOUNDARY}\r\n${part}`);
  return [...head, `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`, '', ...body, `--${BOUNDARY}--`, ''].join(
    '\r\n',
  );
}

function dateOf({ date = new Date(), hoursEast = 0 }: WrittenMail): string {
  const local = new Date(date.getTime() + hoursEast * 3_600_000);
  return local.toUTCString().replace('GMT', `+${String(hoursEast).padStart(2, '0')}00`);
}

const ALTERNATIVE = '=_pilihan_2c9e';

function bodyOf({ text, html }: WrittenMail): readonly string[] {
  const plain = textPart('text/plain', text);
  if (html === undefined) return plain;
  if (text === '') return textPart('text/html', html);
  const parts = [plain, textPart('text/html', html)].map((part) => `--${ALTERNATIVE}\r\n${part.join('\r\n')}`);
  return [`Content-Type: multipart/alternative; boundary="${ALTERNATIVE}"`, '', ...parts, `--${ALTERNATIVE}--`];
}

function textPart(type: string, text: string): readonly string[] {
  return [`Content-Type: ${type}; charset=utf-8`, 'Content-Transfer-Encoding: base64', '', base64(Buffer.from(text))];
}

function encodeWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{76}/g, '$&\r\n');
}
