/** What the desk names as the right service or variant: by code, by slug, by name, or in its own words where these point to one. */
import type { Rulebook, Service, Variant } from '../../../rulebook/rulebook.ts';
import { classifyText } from '../../classify/classify.ts';
import type { DeskChoice } from '../../reading.ts';

const CODE = /\b(?:ITSM[\s.-]?\s?\d{1,2}(?:[.-]\d{1,2}){0,2}|SC\d{2}-\d)(?:\/[a-z0-9-]+)?/i;
const FEW_WORDS = 8;

interface Known {
  readonly service: Service;
  readonly variant: Variant | null;
}

/** @returns null where the text names none, or none for sure */
export function choiceIn(text: string, rulebook: Rulebook): DeskChoice | null {
  const found = byCode(text, rulebook) ?? byName(text, rulebook) ?? byWords(text, rulebook) ?? byAlias(text, rulebook);
  return found && { choice: null, service: found.service.code, variant: found.variant?.slug ?? null };
}

function byCode(text: string, rulebook: Rulebook): Known | null {
  const written = CODE.exec(text)?.[0]
    .replaceAll(/\s/g, '')
    .replace(/^ITSM[\d-]+/i, (code) => code.replaceAll('-', '.'))
    .replace(/^ITSM(?=\d)/i, 'ITSM.');
  if (written === undefined) return null;
  const code = written.toLowerCase();
  const variant = variantBy(rulebook, (one) => one.slug.toLowerCase() === code || one.code.toLowerCase() === code);
  if (variant) return variant;
  const service = rulebook.services.find((one) => one.code.toLowerCase() === code.replace(/\/.*$/, ''));
  if (!service || code.includes('/')) return null;
  const rest = text.replace(CODE, ' ');
  const inService = variantBy({ services: [service] }, (one) => isNamed(one, rest));
  return inService ?? { service, variant: null };
}

function byName(text: string, rulebook: Rulebook): Known | null {
  const named = plain(text);
  const service = rulebook.services.find((one) => [one.name, ...one.aliases].some((name) => plain(name) === named));
  const variant = variantBy(rulebook, (one) => isNamed(one, text));
  if (variant) return variant;
  return service ? { service, variant: null } : null;
}

/** The only service whose short name stands among the words. */
function byAlias(text: string, rulebook: Rulebook): Known | null {
  const padded = ` ${plain(text)} `;
  if (padded.split(' ').length > FEW_WORDS) return null;
  const met = rulebook.services.filter((one) =>
    [one.name, ...one.aliases].some((name) => plain(name).length > 3 && padded.includes(` ${plain(name)} `)),
  );
  return met.length === 1 && met[0] ? { service: met[0], variant: null } : null;
}

function isNamed(variant: Variant, text: string): boolean {
  const id = variant.slug.split('/')[1] ?? '';
  return [id, variant.name, variant.shortName, variant.shortNameEn].some((name) => plain(name) === plain(text));
}

/** Own words count only where they are few and the rules are sure. */
function byWords(text: string, rulebook: Rulebook): Known | null {
  const words = plain(text).split(' ').length;
  if (words < 2 || words > FEW_WORDS) return null;
  const slug = classifyText(text, rulebook);
  return slug === null ? null : variantBy(rulebook, (one) => one.slug === slug);
}

function variantBy(rulebook: Pick<Rulebook, 'services'>, fits: (variant: Variant) => boolean): Known | null {
  for (const service of rulebook.services) {
    const variant = service.variants.find(fits);
    if (variant) return { service, variant };
  }
  return null;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
