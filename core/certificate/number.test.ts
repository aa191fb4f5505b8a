import fc from 'fast-check'
import { expect, it } from 'vitest'
import { newNumber, readNumber, shownNumber } from './number.ts'

const random = fc.uint8Array({ minLength: 200, maxLength: 200 })
const signs = '34679ACDEFGHJKMNPRTVWXY'

it('is read back however it is written', () => {
  fc.assert(
    fc.property(random, bytes => {
      const number = newNumber(bytes)
      expect(number).toMatch(/^[34679ACDEFGHJKMNPRTVWXY]{12}$/)
      const shown = shownNumber(number)
      expect(shown).toMatch(/^.{4}-.{4}-.{4}$/)
      for (const written of [
        number,
        shown,
        shown.toLowerCase(),
        ` ${shown.replaceAll('-', ' ')} `,
        shown.replaceAll('-', '—'),
      ])
        expect(readNumber(written)).toBe(number)
    }),
  )
})

it('is refused with any one wrong sign, and with any two swapped', () => {
  fc.assert(
    fc.property(random, fc.nat(11), fc.nat(11), fc.nat(22), (bytes, a, b, sign) => {
      const number = [...newNumber(bytes)]
      const wrong = number.with(a, signs[sign] ?? '')
      if (wrong[a] !== number[a]) expect(readNumber(wrong.join(''))).toBeNull()
      const swapped = number.with(a, number[b] ?? '').with(b, number[a] ?? '')
      if (number[a] !== number[b]) expect(readNumber(swapped.join(''))).toBeNull()
    }),
    { numRuns: 2000 },
  )
})

it.each(['', '3467', '3467-9ACD-EFG0', '3467-9ACD-EFGHJ', '<script>'])('is none: %s', written =>
  expect(readNumber(written)).toBeNull(),
)
