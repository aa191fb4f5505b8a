import { Field } from '#components/field'
import type { FactorProps } from './give.ts'

interface CodeFieldProps extends Pick<FactorProps, 'text' | 'frame'> {
  /** A recovery code instead of the app's six digits. */
  onPaper: boolean
  error: string | null
  autoFocus?: boolean
}

export function CodeField({ text, frame, onPaper, error, autoFocus }: CodeFieldProps) {
  return (
    <Field
      key={onPaper ? 'paper' : 'app'}
      id="code"
      name="code"
      label={onPaper ? text.recovery : text.code}
      hint={onPaper ? text.recoveryHint : text.codeHint}
      inputMode={onPaper ? 'text' : 'numeric'}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={20}
      length={onPaper ? 20 : 8}
      autoFocus={autoFocus}
      error={error}
      errorPrefix={frame.errorPrefix}
    />
  )
}
