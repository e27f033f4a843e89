/** The shape of `parting.yaml`: words by which several wishes of one mail are told apart. What each list is for stands in the file. */
import { z } from 'zod';
import { phrases } from './schema.ts';

export const PARTING_LISTS = [
  'adds',
  'ordinals',
  'also',
  'also_except',
  'and',
  'follows',
  'goes_on',
  'refers',
  'asks',
  'wishes',
  'deeds',
  'deeds_except',
  'contrasts',
  'thanks',
  'stays',
  'several',
  'matters',
  'all_of_them',
  'says_so',
  'greeting_to',
  'greeting_time',
  'greeting',
  'ending',
  'joins',
  'joint',
  'then',
  'ago',
  'fixed',
  'shortened',
  'new_matter',
  'new_matter_except',
  'counted_off',
  'count_columns',
  'background',
  'background_later',
  'done',
  'done_except',
  'enclosed',
  'enclosed_except',
  'settled',
  'reasons',
  'begs',
  'also_said',
  'handled',
  'empty',
] as const;

export type PartingList = (typeof PARTING_LISTS)[number];

/** A list that is left out has no words. */
export const partingFile = z.partialRecord(z.enum(PARTING_LISTS), phrases);

export type PartingWords = z.infer<typeof partingFile>;
