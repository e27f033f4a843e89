/** The shape of `wording.yaml`: small lists of words that readers of mails go by. What each is for stands in the file. */
import { z } from 'zod';
import { phrases } from './schema.ts';

export const WORDING_LISTS = [
  'desk_names',
  'empty_subjects',
  'looks_back',
  'asks_now',
  'for_files',
  'for_information',
  'handed_on',
  'suggests',
  'asks_needs',
  'asks_time',
  'letter_ends',
  'posts',
  'no_program',
  'paper_yes',
  'paper_fine',
  'paper_no',
  'paper_common',
  'beside_weak_yes',
  'excuses',
  'beside_excuse',
  'own_staff',
  'beside_own_staff',
  'others',
  'cannot_answer',
  'turns_refusal',
  'needless_asking',
  'refusal_waits',
  'inability_waits',
  'no_wait',
  'puts_refusal_off',
  'deciding',
  'stops_work',
  'doubts_writer',
  'tells_absence',
  'tells_return',
  'no_absence_before',
  'acknowledges',
  'team_towards',
  'team_goal',
  'institutions',
  'speakers_asked',
  'host_deeds',
  'application_deeds',
  'application_places',
  'no_application',
  'denying',
  'being',
] as const;

export type WordingList = (typeof WORDING_LISTS)[number];

/** A list that is left out has no words. */
export const wordingFile = z.partialRecord(z.enum(WORDING_LISTS), phrases);

export type Wording = z.infer<typeof wordingFile>;
