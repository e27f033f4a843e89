/**
 * Letters as data: one pure function per letter, `(context, …) → Letter`. They pass codes, flags, names and formatted times; no sentence
 * is written here. What a reader sees stands in templates/, chosen by the flags.
 */
export type * from './context.ts';
export {
  approverAskWord,
  approverChainStep,
  approverOver,
  approverPleaseApprove,
  approverReceipt,
  shownOf,
  superiorForInformation,
  superiorResumed,
  type AskedBecause,
  type AskWordReason,
} from './approver.ts';
export {
  deskComplaint,
  deskConfirm,
  deskReplyUnclear,
  deskTriage,
  deskUndeliverable,
  undeliverableOf,
  type EarlierTicket,
  type Undelivered,
} from './desk.ts';
export { deskPaper, type SeenPaper } from './paper.ts';
export {
  deskBatchUnclear,
  deskDone,
  deskEvidence,
  deskHelp,
  deskWhy,
  type DeskContext,
  type DoneLine,
  type Undoable,
} from './desk-batch.ts';
export { deskDigest, deskQuarantine, operatorDaily, type DailyFigures, type HeldLine } from './daily.ts';
export { requesterCorrected, requesterWrittenDown, type Channel } from './written-down.ts';
export { approverReceipts, requesterAnswered } from './approval-answers.ts';
export { approverSeveral, listedIn, type Listed } from './approver-several.ts';
export {
  deskApproval,
  requesterApproverAway,
  requesterObjection,
  requesterOtherSuperior,
  requesterReturned,
  teamStop,
  type TeamStop,
} from './around-approval.ts';
export { formatDate, formatInstant } from './dates.ts';
export { stemOf } from './letter-of.ts';
export { operatorAlarm, type Alarm, type AlarmCode } from './operator.ts';
export {
  requesterClosed,
  requesterHeld,
  requesterIncomplete,
  requesterMessage,
  requesterPapers,
  requesterQuestion,
  requesterReceived,
  requesterRefused,
  requesterReopened,
  requesterResolved,
  type ClosedHow,
  type FirstOutcome,
  type Resolution,
} from './requester.ts';
export { SUPERIOR_KEY } from './missing-fields.ts';
export {
  approverReminder,
  deskReminder,
  isRequesterReminder,
  requesterReminder,
  teamReminder,
  type DeskReminder,
  type TeamReminder,
} from './reminders.ts';
export { shortNameOf } from './request-fields.ts';
export { marksOf, withholds } from './file-marks.ts';
export { requesterWithheld, type WithholdReason } from './withheld.ts';
export { requesterStatus, type StatusContext, type StatusItem } from './status.ts';
export { teamAssigned, teamHelp, teamMessage, teamNews, teamNoted, teamNoteNeeded, teamReopened } from './team.ts';
export { teamSeveral } from './team-several.ts';
export { requesterSeveral } from './requester-several.ts';
export { requesterAdded, requesterProgress } from './progress.ts';
