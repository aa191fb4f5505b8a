import { expect, it } from 'vitest'
import { z } from 'zod'
import { contestRules, usualRules } from './rules.ts'
import type { WizardField } from './wizard/field.ts'
import { wizard } from './wizard.ts'

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

/** What the schema of a field of the rules lets one choose from; null: it is no choice. */
function choicesIn(schema: z.ZodType): unknown[] | null {
  if (schema instanceof z.ZodNullable) return choicesIn(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodEnum) return schema.options
  if (schema instanceof z.ZodArray) return choicesIn(schema.element as z.ZodType)
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return null
  const { discriminator } = schema.def
  return schema.options.map(option => {
    const literal = (option as z.ZodObject).shape[discriminator]
    return (literal as z.ZodLiteral).value
  })
}

/** The schema at a place inside another; of a list, of its items. */
function schemaAt(schema: z.ZodType, path: string[]): z.ZodType {
  if (schema instanceof z.ZodNullable) return schemaAt(schema.unwrap() as z.ZodType, path)
  const [key, ...rest] = path
  if (key === undefined) return schema
  if (schema instanceof z.ZodArray) return schemaAt(schema.element as z.ZodType, path)
  return schemaAt((schema as z.ZodObject).shape[key] as z.ZodType, rest)
}

it('offers every choice that the rules have, and no other', () => {
  const check = (field: WizardField, schema: z.ZodType): void => {
    const own = schemaAt(
      schema,
      field.at.split('.').filter(key => key !== 'rules'),
    )
    const offered = 'of' in field ? (Array.isArray(field.of) ? [...field.of] : Object.keys(field.of)) : null
    expect([field.at, offered && new Set(offered)]).toEqual([field.at, offered && new Set(choicesIn(own))])
    if (field.is === 'list' || field.is === 'maybe') for (const inner of field.fields) check(inner, own)
  }
  let choices = 0
  for (const field of fields.filter(one => one.at.startsWith('rules.'))) {
    check(field, contestRules)
    if ('of' in field) choices++
  }
  expect(choices).toBeGreaterThanOrEqual(20)
})
