import { Field } from '#components/field'
import type { FormCommon, FormState } from '../staff/use-form.ts'

interface SaidFieldProps extends Omit<React.ComponentProps<typeof Field>, 'error' | 'errorPrefix' | 'form'> {
  form: FormState
  frame: FormCommon
}

/** A field of a settling form: what came back about it stands beside it; the browser suggests nothing. */
export const SaidField = ({ form, frame, ...rest }: SaidFieldProps) => (
  <Field autoComplete="off" error={form.errorOf(rest.id)} errorPrefix={frame.errorPrefix} {...rest} />
)
