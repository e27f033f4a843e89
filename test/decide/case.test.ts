import { describe, expect, it } from 'vitest';
import { nextStep, STEP_RULES, type Case } from '../../src/decide/case.ts';
import { findIncident, findService, findVariant } from '../../src/decide/catalogue.ts';
import { partyOf } from '../../src/decide/office.ts';
import { NOW, office } from './situations.ts';

const mutia = partyOf(office, { name: '', address: 'mutia.zahra@kemenkeu.example' });
const joyo = partyOf(office, { name: '', address: 'joyo.handoko@kemenkeu.example' });

/** A complete password reset of an authenticated sender. */
function aCase(parts: Partial<Case> = {}): Case {
  return {
    kind: 'request',
    requester: mutia,
    grade: 'aligned',
    service: findService(office.rulebook, 'ITSM.8'),
    variant: findVariant(office.rulebook, 'ITSM.8/reset-password'),
    incident: null,
    confidence: 0.97,
    guesses: [],
    facts: {},
    missing: [],
    verdict: 'ok',
    superior: joyo,
    selfQualified: false,
    approval: 'none',
    isLate: false,
    deskReleased: false,
    at: NOW,
    ...parts,
  };
}

const HOSTING: Partial<Case> = {
  service: findService(office.rulebook, 'ITSM.1'),
  variant: findVariant(office.rulebook, 'ITSM.1/aktif-nonaktif-iaas'),
};
const BIA = findVariant(office.rulebook, 'ITSM.1/hosting-iaas-production')?.requirements.find(
  ({ key }) => key === 'formulir-bia',
);

describe('the next step', () => {
  it.each<readonly [string, Partial<Case>]>([
    ['complaint-to-desk', { kind: 'complaint' }],
    ['question-to-desk', { kind: 'question' }],
    ['unsure-kind-to-desk', { kind: 'other' }],
    ['incident-to-team', { kind: 'incident', incident: office.rulebook.incidents[0] ?? null }],
    ['incident-without-team-to-desk', { kind: 'incident' }],
    ['incident-unauthenticated-to-desk', { kind: 'incident', grade: 'absent' }],
    ['unsure-variant-to-desk', { variant: null }],
    ['something-missing', { missing: BIA ? [BIA] : [] }],
    ['something-missing', { verdict: 'too-low' }],
    ['superior-not-in-line-to-desk', { verdict: 'not-in-line' }],
    ['superior-unknown-to-desk', { verdict: 'unknown' }],
    ['filed-late-to-desk', { isLate: true }],
    ['unauthenticated-to-desk', { grade: 'absent' }],
    ['approval-by-reply', HOSTING],
    ['to-the-team', {}],
    ['to-the-team', { ...HOSTING, approval: 'given' }],
    ['to-the-team', { ...HOSTING, selfQualified: true }],
  ])('follows %s', (name, parts) => {
    const { trace } = nextStep(aCase(parts), office);

    expect(trace.at(-1)).toMatchObject({ rule: `step/${name}`, matched: true });
  });

  it('asks the superior who was found, and nobody else', () => {
    expect(nextStep(aCase(HOSTING), office).step).toEqual({ kind: 'approval', approver: joyo, step: null });
  });

  it('starts no clock at the desk while an approval is still to come', () => {
    expect(nextStep(aCase({ ...HOSTING, grade: 'absent' }), office).step).toMatchObject({
      kind: 'desk',
      complete: false,
    });
    expect(nextStep(aCase({ grade: 'absent' }), office).step).toMatchObject({ kind: 'desk', complete: true });
  });

  it('lets what the desk has released go on, also below the grade', () => {
    expect(nextStep(aCase({ grade: 'absent', deskReleased: true }), office).step.kind).toBe('team');
    expect(nextStep(aCase({ verdict: 'not-in-line', deskReleased: true }), office).step.kind).toBe('team');
  });

  it('sends a sensitive variant to the desk first even where absent authentication is accepted', () => {
    const accepting = { ...office, whenAbsent: 'accept' as const };

    expect(nextStep(aCase({ grade: 'absent' }), accepting).step).toMatchObject({
      kind: 'desk',
      reason: 'sender-not-authenticated',
    });
    const plain = findVariant(office.rulebook, 'ITSM.8/pembuatan-akun-individu');
    expect(nextStep(aCase({ grade: 'absent', variant: plain }), accepting).step.kind).toBe('team');
  });

  it('has a last rule that takes whatever is left, and unique names', () => {
    const names = STEP_RULES.map((rule) => rule.name);

    expect(new Set(names).size).toBe(names.length);
    expect(STEP_RULES.at(-1)?.matches(aCase(), office)).toBe(true);
  });
});

describe('look-ups', () => {
  it('find nothing for codes that are not there', () => {
    expect(findService(office.rulebook, 'ITSM.99')).toBeNull();
    expect(findVariant(office.rulebook, 'ITSM.8/tidak-ada')).toBeNull();
    expect(findVariant(office.rulebook, null)).toBeNull();
    expect(findIncident(office.rulebook, null)).toBeNull();
  });
});
