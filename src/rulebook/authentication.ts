/** What a mail may do by how sure we are of its sender: the shape of authentication.yaml, and what the stages see of it. */
import { z } from 'zod';

/** What people's words can do to a ticket: agree to it, report it done, close it, command it as the desk. */
export const ACTIONS = ['approve', 'resolve', 'close', 'desk-command'] as const;
export type Action = (typeof ACTIONS)[number];

/** Mail that failed the check never gets as far as this. */
const GRADES = ['internal', 'aligned', 'absent'] as const;
export type CountingGrade = (typeof GRADES)[number];

export interface AuthenticationRules {
  /** `configured`: as the installation treats mail that says nothing about itself. */
  readonly may: Readonly<Record<CountingGrade, readonly Action[] | 'configured'>>;
  /** What an approval below its grade leads to: a question to the address in the directory, or the desk. */
  readonly below: 'challenge' | 'desk';
}

const allowed = z.union([z.enum(['all', 'none', 'configured']), z.array(z.enum(ACTIONS)).min(1)]);

export const authenticationFile = z.strictObject({
  grades: z
    .strictObject({
      internal: allowed.default('all'),
      aligned: allowed.default('all'),
      absent: allowed.default('configured'),
    })
    .prefault({}),
  below: z.enum(['challenge', 'desk']).default('challenge'),
});
export type AuthenticationFile = z.infer<typeof authenticationFile>;

/** Without the file. */
export const USUAL_AUTHENTICATION: AuthenticationRules = buildAuthentication(authenticationFile.parse({}));

export function buildAuthentication({ grades, below }: AuthenticationFile): AuthenticationRules {
  const { internal, aligned, absent } = grades;
  return { may: { internal: actionsOf(internal), aligned: actionsOf(aligned), absent: actionsOf(absent) }, below };
}

function actionsOf(entry: z.infer<typeof allowed>): readonly Action[] | 'configured' {
  if (entry === 'configured') return entry;
  if (entry === 'all') return ACTIONS;
  return entry === 'none' ? [] : entry;
}
