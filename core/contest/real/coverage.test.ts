/** Whether the random rules come to every option that an organizer has: those that the wizard shows. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { WizardField } from '../wizard/field.ts'
import { wizard } from '../wizard.ts'
import { anyRules } from './random.fixture.ts'

/** Options of a field as 'where = what', and below it those of its parts. */
function optionsOf(field: WizardField, path: string): string[] {
  const of = (...options: unknown[]) => options.map(option => `${path} = ${option}`)
  const inside = (fields: readonly WizardField[]) => fields.flatMap(one => optionsOf(one, `${path}.${one.at}`))
  switch (field.is) {
    case 'flag':
      return of(true, false)
    case 'choice':
      return of(...field.of, ...(field.none ? [null] : []))
    case 'number':
    case 'moment':
      return field.none ? of('some', null) : of('some')
    case 'several':
    case 'order':
      return of(...field.of)
    case 'variant':
      return Object.entries(field.of).flatMap(([name, { fields }]) => [...of(name), ...inside(fields)])
    case 'maybe':
      return [...of('some', null), ...inside(field.fields)]
    case 'list':
      return [...of('some', 'none'), ...inside(field.fields)]
    default:
      return of('some')
  }
}

/** What a value is, in the same words. */
function reached(field: WizardField, path: string, value: unknown): string[] {
  const is = (what: unknown) => `${path} = ${what}`
  const inside = (fields: readonly WizardField[], held: unknown) =>
    fields.flatMap(one => reached(one, `${path}.${one.at}`, at(held, one.at)))
  switch (field.is) {
    case 'flag':
    case 'choice':
      return [is(value)]
    case 'several':
    case 'order':
      return (value as unknown[]).map(is)
    case 'variant': {
      const name = (value as Record<string, string>)[field.by] ?? ''
      return [is(name), ...inside(field.of[name]?.fields ?? [], value)]
    }
    case 'maybe':
      return value === null ? [is(null)] : [is('some'), ...inside(field.fields, value)]
    case 'list': {
      const items = value as unknown[]
      return items.length === 0 ? [is('none')] : [is('some'), ...items.flatMap(item => inside(field.fields, item))]
    }
    default:
      return [is(value === null ? null : 'some')]
  }
}

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((held, key) => (held as Record<string, unknown> | undefined)?.[key], value)

/** Papers of the random histories have single and multiple questions by turns; awards, a list of two tiers. */
const fixed = [
  'rules.paper.blueprint = none',
  'rules.paper.blueprint.kind = truefalse',
  'rules.paper.blueprint.kind = case',
  'rules.paper.blueprint.kind = null',
  'rules.awards.tiers = none',
  'rules.draws.tiers = none',
]

it('random rules come to every option that there is', () => {
  const fields = Object.values(wizard)
    .flat()
    .filter(field => field.at.startsWith('rules.'))
  const options = new Set(fields.flatMap(field => optionsOf(field, field.at)))
  const seen = new Set(
    fc
      .sample(anyRules, { numRuns: 1500, seed: 5 })
      .flatMap(rules => fields.flatMap(field => reached(field, field.at, at({ rules }, field.at)))),
  )
  const missing = [...options].filter(option => !seen.has(option) && !fixed.includes(option))
  console.log(`${options.size - missing.length - fixed.length} of ${options.size} options`)
  expect(missing).toEqual([])
}, 30_000)
