import { describe, expect, it } from 'vitest'
import { inLocale } from './locale.ts'

describe('Addresses', () => {
  it('keep the page when the language changes', () => {
    expect(inLocale('/zh/handbook/5.09-opposition', 'en')).toBe('/en/handbook/5.09-opposition')
    expect(inLocale('/zh', 'en')).toBe('/en')
    expect(inLocale('/zhang', 'en')).toBe('/zhang')
  })
})
