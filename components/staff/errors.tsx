import { ErrorSummary } from '#components/error-summary'
import { fill } from '#core/fill'
import type { FormError } from './use-form.ts'

interface ErrorsProps {
  errors: FormError[]
  common: { errorSummary: string; errorPrefix: string; errorsMany: string }
}

/** What was not taken, on top of the form, counted. */
export function Errors({ errors, common }: ErrorsProps) {
  const title = errors.length > 1 ? fill(common.errorsMany, { n: errors.length }) : common.errorSummary
  return <ErrorSummary title={title} errors={errors} titlePrefix={common.errorPrefix} />
}
