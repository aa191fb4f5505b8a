/** Step 6: publicity, claims, integrity. */
import type { WizardField } from './field.ts'

export const texts: readonly WizardField[] = [
  { is: 'choice', at: 'rules.publicity.name', of: ['surname', 'surname-two', 'ends', 'hidden'] },
  { is: 'choice', at: 'rules.publicity.phone', of: ['ends', 'last-four', 'hidden'] },
  { is: 'choice', at: 'rules.publicity.organisation', of: ['shown', 'hidden'] },
  { is: 'number', at: 'rules.publicity.noticeDays', least: 0, most: 3650 },
  { is: 'text', at: 'rules.publicity.objectionsTo', most: 200 },
  { is: 'several', at: 'rules.publicity.formats', of: ['page', 'xlsx', 'csv', 'pdf'] },
  { is: 'flag', at: 'rules.publicity.answerKey' },
  { is: 'flag', at: 'rules.publicity.errata' },
  { is: 'number', at: 'rules.claim.days', least: 1, most: 365 },
  { is: 'flag', at: 'rules.claim.alternates' },
  { is: 'number', at: 'rules.claim.eraseAfterDays', least: 0, most: 3650 },
  { is: 'number', at: 'rules.integrity.minimumSeconds', least: 0, most: 3600 },
  { is: 'flag', at: 'rules.integrity.review' },
  { is: 'number', at: 'rules.integrity.appealDays', least: 0, most: 3650 },
]
