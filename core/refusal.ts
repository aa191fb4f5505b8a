/** Every way in which the product says no. Each has words in `messages`, or nothing compiles. */
export const refusals = [
  'invalid-request',
  'not-found',
  'sign-in-required',
  'forbidden',
  'foreign-origin',
  'unsupported-media-type',
  'too-large',
  'too-many-requests',
  'busy',
  'internal',
  'phone-invalid',
  'code-wrong',
  'code-not-sent',
  'login-wrong',
  'setup-link-used',
  'login-taken',
  'password-short',
  'region-unknown',
  'region-needed',
  'organisation-name',
  'name-invalid',
  'contest-not-open',
  'not-eligible',
  'attempts-used-up',
  'attempt-open',
  'attempt-over',
  'attempt-elsewhere',
  'attempt-unfinished',
  'choice-invalid',
  'position-unknown',
  'sequence-used',
  'slug-taken',
  'contest-dates',
  'contest-no-sets',
  'pool-too-small',
  'contest-started',
  'rules-refused',
  'contest-not-closed',
  'reason-needed',
  'file-type',
  'file-broken',
  'file-too-large',
  'file-too-complex',
  'file-encoding',
  'file-empty',
  'file-columns',
  'rows-refused',
  'practice-during-attempt',
  'already-marked',
  'second-person-needed',
  'reviewed-already',
  'report-length',
  'note-needed',
  'handled-already',
  'approval-over',
  'approval-needed',
  'act-empty',
  'act-changed',
  'undone-already',
  'undo-too-late',
] as const

export type Refusal = (typeof refusals)[number]

/** A use case's answer: a value, or why not. `detail` goes out with the refusal (the open attempt's id). */
export type Outcome<T> = { ok: true; value: T } | No
export interface No {
  ok: false
  refusal: Refusal
  detail?: Record<string, string | number>
}

export const yes = <T>(value: T): Outcome<T> => ({ ok: true, value })
export const no = (refusal: Refusal, detail?: Record<string, string | number>): No => ({
  ok: false,
  refusal,
  ...(detail && { detail }),
})
