/**
 * What the catalogue itself knows of a question: what a request for the service has to bring, and how long it takes. Words by which somebody
 * asks for them: `asks_needs` and `asks_time` of `rules/wording.yaml`.
 */
import { rankAsked } from '../rank-asked.ts';
import { findService } from '../catalogue.ts';
import type { FieldValue } from '../letter.ts';
import type { Variant } from '../../rulebook/rulebook.ts';
import { ofWording } from '../../understand/words/wording.ts';
import type { LetterContext, StartsWhen } from './context.ts';
import { ROMAN } from './rank.ts';
import { dueFields, findVariant } from './request-fields.ts';

const asksOf = ofWording(({ any }) => ({
  needs: new RegExp(String.raw`(?<!\p{L})${any('asks_needs')}(?!\p{L})`, 'iu'),
  time: new RegExp(String.raw`(?<!\p{L})${any('asks_time')}(?!\p{L})`, 'iu'),
}));

type Asked = Pick<LetterContext, 'kind' | 'rulebook' | 'variant' | 'summary' | 'ownText'>;

/** What of a service somebody asks for; null where his is no such question. */
export function askedOfCatalogue({ kind, rulebook, variant, summary, ownText }: Asked): AskedOf | null {
  const known = findVariant({ rulebook, variant });
  if (kind !== 'question' || known === null) return null;
  const asks = asksOf(rulebook);
  const text = `${summary}.\n\n${ownText}`;
  const needs = asks.needs.test(text);
  const time = asks.time.test(text);
  return needs || time ? { variant: known, needs, time } : null;
}

interface AskedOf {
  readonly variant: Variant;
  readonly needs: boolean;
  readonly time: boolean;
}

export function catalogueAnswer(context: LetterContext): FieldValue {
  const asked = askedOfCatalogue(context);
  if (asked === null) return null;
  const { rulebook, language } = context;
  const { variant, needs, time } = asked;
  const service = findService(rulebook, variant.slug.split('/')[0] ?? null);
  const rank = rankAsked(service, variant);
  const wanted = variant.requirements.filter(
    ({ phase, kind, onlyWhen }) => phase === 'submission' && kind !== 'directory' && onlyWhen.length === 0,
  );
  const level = { level: variant.serviceLevel, startsWhen: startOf(variant), resolveBy: null, estimate: false };
  return {
    name: language === 'en' ? variant.shortNameEn : variant.shortName,
    needsTold: needs,
    rank: needs && rank !== null ? ROMAN[rank] : null,
    needs: needs ? wanted.map(({ text }) => text) : [],
    isFree: needs && rank === null && wanted.length === 0,
    lead: needs ? (variant.leadTime?.text ?? null) : null,
    hasTime: time,
    due: dueFields(level, { rulebook, language, kind: 'request' }),
  };
}

function startOf({ approval, serviceLevel }: Variant): StartsWhen {
  if (serviceLevel.kind === 'at-event') return 'event';
  if ('startsWhen' in serviceLevel && serviceLevel.startsWhen === 'cio-decision') return 'cio-decision';
  return approval === null ? 'complete' : 'approved';
}
