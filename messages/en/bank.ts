import type { Messages } from '../zh.ts'

export const bank: Messages['bank'] = {
  problems: {
    'stem-missing': () => 'There is no question text. Please fill it in.',
    'scenario-missing': () =>
      'A case question needs its case. Fill in the column “Scenario”, or make it single choice.',
    'kind-unknown': d => `“${d.kind}” is not a kind of question. Use single, multiple, truefalse or case.`,
    'options-few': d => `There are only ${d.count} options. Please give at least 2.`,
    'option-gap': d => `Option ${d.letter} is empty, but options follow. Fill it in, or move the others up.`,
    'options-many': d => `Too many options: at most ${d.most}. Please remove some.`,
    'options-equal': d => `Option ${d.second} is the same as option ${d.first} (“${d.text}”). Please change one.`,
    'option-refers': d =>
      `Option “${d.text}” points to other options, but options are shuffled on paper. Better say it in full.`,
    'answer-missing': () => 'There is no answer. Give the letter of the right option; for true or false, T or F.',
    'answer-unreadable': d =>
      `The answer “${d.answer}” cannot be read. Give option letters (A, or AC); for true or false, T or F.`,
    'answer-not-option': d =>
      `The answer “${d.answer}” is not among options A–${d.last}. Use one of ${String(d.letters).replaceAll('、', ', ')}.`,
    'answer-several': d =>
      `A single-choice question has several answers, “${d.answer}”. Keep one, or make it multiple choice.`,
    'answer-one': d => `A multiple-choice question has one answer only, “${d.answer}”. Complete it, or make it single.`,
    'answer-all': () => 'All options are right, so the question tells nobody apart. Better have a wrong one.',
    'answer-shown': d =>
      `“${d.text}” in the question looks like an answer, and people will read it. Compare it with the answer given; if it is one, empty the brackets.`,
    'explanation-missing': () => 'There is no explanation: people will not see why. Better add one.',
    duplicate: d => `This is the same question as in row ${d.row}. Please remove one of them.`,
    'id-twice': d => `The id “${d.id}” is used in row ${d.row} already. Please choose another.`,
    'level-unknown': d => `The level “${d.value}” is not 1–5; ${d.usual} is taken.`,
    'seconds-unknown': d => `The time “${d.value}” is not 5–600 seconds; ${d.usual} is taken.`,
    'chapter-unknown': d => `The handbook has no chapter “${d.chapter}”; the question will belong to none.`,
    'entry-unknown': d =>
      `The handbook has no entry “${d.entry}”; none is linked. Format the cell as text if the number ends in 0, like 5.10.`,
    'date-unreadable': d => `The date “${d.date}” cannot be read. Write it like 2026-01-31.`,
    'dates-reversed': d => `The end (${d.to}) is before the beginning (${d.from}). Please correct it.`,
    'text-long': d => `The text has ${d.length} characters; at most ${d.most} fit. Please shorten it.`,
    formula: () =>
      'The cell holds a formula, an error or a picture, not a text. Paste formulas as values, say pictures in words, and upload again.',
    'cell-day': d =>
      `The spreadsheet program took this cell for a day (${d.day}). Make its format “text” and type the content again.`,
    'sheet-hidden': d =>
      `This sheet is hidden: its ${d.rows} rows were not read. To use these questions, unhide the sheet and upload again.`,
    'sheet-unread': d =>
      `This sheet was not read: no headings for question and answer were found, but ${d.rows} rows look like questions. Name the columns and upload again.`,
    'rows-hidden': d =>
      `From this row on, ${d.rows} rows are hidden or filtered out in the sheet, but will be stored. If you do not want them, delete them and upload again.`,
    'column-twice': d => `The heading “${d.heading}” appears twice; only the first column is used.`,
    'kind-foreign': d =>
      `A contest cannot ask questions of the type “${d.kind}”. Rewrite it as a single or multiple choice, or as true or false.`,
    media: d => `There are pictures, sound or the like (${d.what}), which are not imported. Say it in words.`,
    'markup-lost': d =>
      `The formatting (${d.what}) is not kept, only the text. Check that it still says what it should.`,
    'partial-credit': d => `The option “${d.text}” earns part of the points; here it counts as wrong.`,
    'question-broken': d =>
      `This question is incomplete or not well formed (${d.sign}) and cannot be read. Mend it and upload again.`,
    'question-twice': d =>
      `“${d.text}” comes a second time in this question, as if another one were in it. Check the number of the next question, such as “2.”, and upload again.`,
    'source-missing': () => 'There is no legal basis. Name the law and the article, such as Trademark Law, Art. 39.',
    'source-nowhere': () =>
      'The sheet has no column for the legal basis. Add one, so that questions can be checked when a law is amended.',
    similar: d => `It is ${d.percent}% the same as ${d.id} in the set “${d.set}”. Compare the two before storing it.`,
    'similar-unchecked': d => `There are too many questions: only the first ${d.count} were compared with the bank.`,
    'key-position': d =>
      `The answer is ${d.letter} in ${d.count} of ${d.of} single choices, which is easy to guess. Vary the order of the options.`,
    'key-longest': d =>
      `The answer is the longest option in ${d.count} of ${d.of} single choices (by chance about ${d.expected}), which is easy to guess. Make the options alike in length.`,
    'key-truths': d => `${d.count} of ${d.of} statements are true, which is easy to guess. Aim for about half.`,
  },
  atPlace: (place, says) => `${place}: ${says}`,
  kinds: { single: 'Single choice', multiple: 'Multiple choice', truefalse: 'True or false', case: 'Case' },

  title: 'Question sets',
  lead: 'A set is a batch of questions with a name, a source and a licence. Contests draw from sets.',
  upload: 'Upload a set',
  none: 'There is no set yet. Start from the template and upload it when it is filled in.',
  name: 'Name',
  source: 'Source',
  licence: 'Licence',
  questions: 'Questions',
  coming: n => `${n} more not published`,
  added: 'Stored',
  setOf: n => (n === 1 ? '1 question' : `${n} questions`),

  importTitle: 'Upload a set',
  importLead:
    'Checked first, stored later: you will see every question as people see it, and every problem. Nothing is kept until you confirm.',
  templates: 'Templates',
  templateXlsx: 'Download the XLSX template',
  templateCsv: 'Download the CSV template',
  columns: 'Columns that are understood',
  columnsWhy:
    'Question and Answer are needed. The rest may be missing: Kind, Option A to Option H, Explanation, Scenario, Level (1–5), Chapter, Entry, Valid from, Valid to, Seconds, Legal basis, ID. A heading that ends in “(English)” holds the English text.',
  file: 'File with the questions',
  fileHint: 'XLSX or CSV, at most 5 MB and 20,000 rows. CSV may be UTF-8 or GB18030.',
  fileNeeded: 'Please choose a file.',
  check: 'Upload and check',
  checking: 'Checking…',
  place: 'Where: {place}',

  previewTitle: file => `Checked: ${file}`,
  rowsIn: 'Rows',
  good: 'To be stored',
  refused: 'Left out',
  warnings: 'Warnings',
  allGood: 'No problems found.',
  someBad: n =>
    `${n === 1 ? 'One row has' : `${n} rows have`} errors and will be left out. Store the good ones now, or mend the file and upload it again.`,
  noneGood: 'No row can be stored. Mend the file as described below and upload it again.',
  sameFile: (name, at) =>
    `The same file was stored in the set “${name}” on ${at}. Storing it again gives every question twice.`,
  problemsTitle: 'Problems and what to do',
  severity: { error: 'Error', warning: 'Warning' },
  severityHead: 'Kind',
  placeHead: 'Where',
  saysHead: 'Problem and suggestion',
  moreProblems: n => `${n} more are not listed. Mend these and upload again to see them.`,
  questionsTitle: 'As people will see them',
  moreQuestions: n => `${n} more questions are not listed.`,
  right: 'right answer',
  explanation: 'Explanation',
  noExplanation: 'No explanation',
  level: n => `Level ${n}`,
  chapter: n => `Chapter ${n}`,
  valid: (from, to) => `Valid ${from ?? '…'} to ${to ?? '…'}`,
  noEnglish: 'No English text: English pages will show the Chinese.',

  storeTitle: 'Store',
  nameHint: 'For example: IP Week 2026, companies',
  sourceHint: 'Where the questions come from, for example: written by the municipal IP office',
  licenceHint: 'How others may use them, for example: CC BY 4.0, or “this city only”',
  nameNeeded: 'Please name the set.',
  store: n => (n === 1 ? 'Store 1 question as a new set' : `Store ${n} questions as a new set`),
  storing: 'Storing…',
  again: 'Choose another file',

  imports: 'Stored from',
  importLine: (file, rowsIn, stored, refused) => `${file}: ${rowsIn} rows, ${stored} stored, ${refused} left out`,
  stored: n =>
    `${n === 1 ? '1 question is' : `${n} questions are`} stored as ${n === 1 ? 'a draft' : 'drafts'}. Send them for review: once another person has reviewed and published them, contests can use them.`,
  back: 'Question sets',
  backToStaff: 'Workplace',
}
