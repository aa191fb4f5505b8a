import { ErrorSummary } from '#components/error-summary'
import { fill } from '#core/fill'
import type { FormError } from './use-form.ts'

interface ErrorsProps {
  errors: FormError[]
  frame: { errorSummary: string; errorPrefix: string; errorsMany: string }
}

/** What was not taken, on top of the form, counted. */
export function Errors({ errors, frame }: ErrorsProps) {
  const title = errors.length > 1 ? fill(frame.errorsMany, { n: errors.length }) : frame.errorSummary
  return <ErrorSummary title={title} errors={errors} titlePrefix={frame.errorPrefix} />
}
