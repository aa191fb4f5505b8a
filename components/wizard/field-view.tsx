'use client'
import type { FieldProps } from './form.ts'
/** One field of the wizard, whatever it is. */
import { ListField } from './list-field.tsx'
import { MaybeField } from './maybe-field.tsx'
import { OrderField } from './order-field.tsx'
import { OrganisationField, OrganisationsField } from './organisation-field.tsx'
import { ChoiceField, ChosenField, FlagField } from './pick-field.tsx'
import { BothField, LinesField, MomentField, NumberField, TextField } from './text-field.tsx'
import { VariantField } from './variant-field.tsx'

export function FieldView({ field, ...rest }: FieldProps) {
  switch (field.is) {
    case 'text':
      return <TextField field={field} {...rest} />
    case 'both':
      return <BothField field={field} {...rest} />
    case 'number':
      return <NumberField field={field} {...rest} />
    case 'moment':
      return <MomentField field={field} {...rest} />
    case 'lines':
      return <LinesField field={field} {...rest} />
    case 'flag':
      return <FlagField field={field} {...rest} />
    case 'choice':
    case 'chapters':
      return <ChoiceField field={field} {...rest} />
    case 'several':
    case 'sets':
    case 'regions':
      return <ChosenField field={field} {...rest} />
    case 'order':
      return <OrderField field={field} {...rest} />
    case 'variant':
      return <VariantField field={field} {...rest} />
    case 'maybe':
      return <MaybeField field={field} {...rest} />
    case 'list':
      return <ListField field={field} {...rest} />
    case 'organisations':
      return <OrganisationsField {...rest} />
    case 'organisation':
      return <OrganisationField {...rest} />
    default:
      return field satisfies never
  }
}
