/** A chain of officials, as the stages see it. */

export interface OfficialChain {
  /** Before the work: letter, head, division, section. */
  readonly onward: readonly ChainLink[];
  /** After the work, before the requester hears of it. */
  readonly back: readonly ChainLink[];
}

export interface ChainLink {
  readonly official: Official;
  /** What he confirms, as a phrase: `meneruskan surat ini kepada Kepala Bidang`. */
  readonly does: string;
  readonly onNo: 'end' | 'requester' | 'team';
  readonly onSilence: 'desk' | 'skip';
}

/** A post and the mailbox that its holder reads. */
export interface Official {
  readonly code: string;
  readonly title: string;
  readonly address: string;
}
