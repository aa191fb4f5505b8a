/** What can be wrong with a row. Each code has words in `messages`, or nothing compiles. */
export const problemCodes = [
  'stem-missing',
  'scenario-missing',
  'kind-unknown',
  'options-few',
  'option-gap',
  'options-many',
  'options-equal',
  'option-refers',
  'answer-missing',
  'answer-unreadable',
  'answer-not-option',
  'answer-several',
  'answer-one',
  'answer-all',
  'answer-shown',
  'explanation-missing',
  'duplicate',
  'id-twice',
  'level-unknown',
  'seconds-unknown',
  'chapter-unknown',
  'entry-unknown',
  'date-unreadable',
  'dates-reversed',
  'text-long',
  'formula',
  'cell-day',
  'sheet-hidden',
  'sheet-unread',
  'rows-hidden',
  'column-twice',
  'kind-foreign',
  'media',
  'markup-lost',
  'partial-credit',
  'question-broken',
  'question-twice',
  'source-missing',
  'source-nowhere',
  'similar',
  'similar-unchecked',
  'key-position',
  'key-longest',
  'key-truths',
] as const

export type ProblemCode = (typeof problemCodes)[number]
export type ProblemData = Record<string, string | number>

export interface Problem {
  /** An error keeps the row out; a warning is stored all the same. */
  severity: 'error' | 'warning'
  sheet: string
  /** 'D17'; in a text, its line. */
  cell: string
  row: number
  /** From 0. */
  column: number
  code: ProblemCode
  data: ProblemData
}

/** Which problems leave a row usable: what is missing can be added later, what is unclear is left out. */
const warnings = new Set<ProblemCode>([
  'option-refers',
  'answer-all',
  'answer-shown',
  'explanation-missing',
  'level-unknown',
  'seconds-unknown',
  'chapter-unknown',
  'entry-unknown',
  'column-twice',
  'sheet-hidden',
  'sheet-unread',
  'rows-hidden',
  'markup-lost',
  'partial-credit',
  'source-missing',
  'source-nowhere',
  'similar',
  'similar-unchecked',
  'key-position',
  'key-longest',
  'key-truths',
])

export const severityOf = (code: ProblemCode): Problem['severity'] => (warnings.has(code) ? 'warning' : 'error')
