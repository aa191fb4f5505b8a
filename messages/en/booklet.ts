import type { Messages } from '../zh.ts'

export const booklet: Messages['booklet'] = {
  title: 'Intellectual Property Handbook',
  subtitle: 'IP in everyday life: one idea, one example, one law',
  author: 'The authors of the Intellectual Property Handbook',
  holds: (chapters, entries) => `${chapters} chapters · ${entries} entries`,
  edition: day => `Edition of ${day}`,
  contents: 'Contents',
  chapterNumber: n => `Chapter ${n}`,
  chapter: (n, name) => `${n}  ${name}`,
  example: 'From everyday life',
  law: 'Source: ',
  from: day => `From ${day}`,
  until: day => `Until ${day}`,
  unverified: 'The wording of the law behind this entry has not been checked yet.',
  glossary: 'Glossary',
  imprint: day => [
    'Written in our own words from the statutes, for learning; not legal advice. With a case of your own, please ask the authority in charge or a professional.',
    `Set from the handbook as of ${day}. While a law is being replaced, both versions stand side by side with their dates.`,
    'The texts are licensed under Creative Commons Attribution 4.0 International (CC BY 4.0): copy, print and adapt them freely, and name the source. https://creativecommons.org/licenses/by/4.0/',
    'Fonts: Noto Sans SC and Noto Serif SC, © Adobe, under the SIL Open Font License 1.1; only the letters used are embedded. https://openfontlicense.org',
    'For printing: A5 on both sides, a multiple of four pages, ready for saddle stitching.',
  ],
}
