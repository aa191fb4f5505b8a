/** Fields of the wizard as data, and pieces that several steps are made of. */
/** A field's place in what it belongs to: 'paper.total'. Inside lists it starts anew at the list's item. */
interface At {
  at: string
}

export type WizardField =
  | (At & { is: 'text'; most: number; lines?: boolean })
  /** In both languages. */
  | (At & { is: 'both'; most: number; lines?: boolean })
  /** `none`: may be left empty, which means null. `unit`: shown in so many of the stored ones (60: minutes). */
  | (At & { is: 'number'; least: number; most: number; none?: boolean; unit?: number })
  | (At & { is: 'moment'; none?: boolean })
  | (At & { is: 'flag' })
  | (At & { is: 'choice'; of: readonly string[]; none?: boolean })
  | (At & { is: 'several'; of: readonly string[] })
  /** In order: first asked, then asked. */
  | (At & { is: 'order'; of: readonly string[] })
  /** One of several shapes, told apart by `by` or `kind`. */
  | (At & { is: 'variant'; by: 'by' | 'kind'; of: Readonly<Record<string, WizardVariant>> })
  /** Not at all (null), or with its own fields. */
  | (At & { is: 'maybe'; start: unknown; fields: readonly WizardField[] })
  | (At & { is: 'list'; start: Record<string, unknown>; fields: readonly WizardField[]; most: number })
  /** One a line. */
  | (At & { is: 'lines'; most: number })
  | (At & { is: 'sets' })
  | (At & { is: 'regions' })
  | (At & { is: 'chapters' })
  /** By name; kept by public id. */
  | (At & { is: 'organisations' })
  | (At & { is: 'organisation' })

interface WizardVariant {
  start: Record<string, unknown>
  fields: readonly WizardField[]
}

export const text = { zh: '', en: '' }

export const span = [
  { is: 'moment', at: 'opensAt' },
  { is: 'moment', at: 'closesAt' },
] as const satisfies readonly WizardField[]

export const plain = { start: {}, fields: [] } as const
