import { Field } from '#components/field'

interface SentCodeFieldProps {
  words: { code: string; codeHint: string }
  error: string | null
  errorPrefix: string
}

/** Where the six digits are typed that were sent to the phone. */
export const SentCodeField = ({ words, error, errorPrefix }: SentCodeFieldProps) => (
  <Field
    id="code"
    name="code"
    label={words.code}
    hint={words.codeHint}
    inputMode="numeric"
    autoComplete="one-time-code"
    length={6}
    error={error}
    errorPrefix={errorPrefix}
  />
)
