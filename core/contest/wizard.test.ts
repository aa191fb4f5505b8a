import { expect, it } from 'vitest'
import { usualRules } from './rules.ts'
import { type WizardField, wizard } from './wizard.ts'

const fields = Object.values(wizard).flat()

/** The paths of all leaves of the usual rules, without those nobody chooses. */
function leaves(value: unknown, path: string): string[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [path]
  if ('zh' in value) return [path]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
}
/** The version is ours; what the law forbids, and that staff win nothing, is not for choosing. */
const fixed = (path: string) =>
  path === 'rules.version' || path.startsWith('rules.extras.') || path === 'rules.who.staffMayWin'
/** Where the law lets the answer be asked: at the claim only. */
const lawful = (path: string) => /^rules\.identity\.(idNumber|address)\.at$/.test(path)

it('asks for every field of the rules that may be chosen', () => {
  const asked = new Set(
    fields.flatMap(field => (field.is === 'variant' ? [field.at, `${field.at}.${field.by}`] : [field.at])),
  )
  const missing = leaves(usualRules, 'rules').filter(path => !fixed(path) && !lawful(path) && !asked.has(path))
  expect(missing).toEqual([])
})

it('asks for nothing that the rules do not have, and for nothing twice', () => {
  const at = fields.map(field => field.at)
  expect(new Set(at).size).toBe(at.length)
  const read = (path: string) =>
    path
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], { rules: usualRules })
  for (const field of fields.filter(one => one.at.startsWith('rules.')))
    expect([field.at, read(field.at)]).not.toContain(undefined)
})

it('starts items and shapes with every field that it asks for', () => {
  const check = (field: WizardField): void => {
    if (field.is === 'list' || field.is === 'maybe') {
      for (const inner of field.fields) {
        expect(Object.keys(field.start as object)).toContain(inner.at)
        check(inner)
      }
    }
    if (field.is === 'variant')
      for (const { start, fields } of Object.values(field.of))
        for (const inner of fields) expect(Object.keys(start)).toContain(inner.at)
  }
  for (const field of fields) check(field)
})
