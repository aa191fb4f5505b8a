import { expect, it } from 'vitest'
import { wizard } from '#core/contest/wizard'
import type { WizardField } from '#core/contest/wizard/field'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Every field with the name that its words go by, and what can be chosen. */
function named(field: WizardField, before = ''): [path: string, of: readonly string[]][] {
  const path = before === '' ? field.at : `${before}.${field.at}`
  const inner = (fields: readonly WizardField[]) => fields.flatMap(one => named(one, path))
  switch (field.is) {
    case 'choice':
    case 'several':
    case 'order':
      return [[path, field.of]]
    case 'variant':
      return [[path, Object.keys(field.of)], ...Object.values(field.of).flatMap(({ fields }) => inner(fields))]
    case 'list':
    case 'maybe':
      return [[path, []], ...inner(field.fields)]
    default:
      return [[path, []]]
  }
}
const fields = Object.values(wizard)
  .flat()
  .flatMap(field => named(field))

it.each([
  ['Chinese', zh.wizard],
  ['English', en.wizard],
])('has words in %s for every field and every choice of the wizard, and for nothing else', (_language, words) => {
  const missing = fields.flatMap(([path, of]) => {
    const found = words.field[path]
    if (!found) return [path]
    return of.filter(one => !found.of?.[one]).map(one => `${path}: ${one}`)
  })
  expect(missing).toEqual([])
  const known = new Set(fields.map(([path]) => path))
  expect(Object.keys(words.field).filter(path => !known.has(path))).toEqual([])
})
