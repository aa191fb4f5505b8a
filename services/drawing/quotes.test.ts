import { expect, it } from 'vitest'
import { widthOf } from './letters.ts'
import { fittingQuotes } from './quotes.ts'

it('words of English letters have straight quotation marks, words with hanzi keep theirs', () => {
  expect(fittingQuotes('the city’s “serving the people” week')).toBe('the city\'s "serving the people" week')
  expect(fittingQuotes('“CQNEWS对话”上线')).toBe('“CQNEWS对话”上线')
})

it('an apostrophe takes no more room than a letter', () => {
  expect(widthOf('week’s', 10) - widthOf('weeks', 10)).toBeLessThan(5)
})
