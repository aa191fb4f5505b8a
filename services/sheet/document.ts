/** The text of a Word or Writer document, a paragraph a line, as if it had been copied and pasted. */
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { lostSign } from '#core/bank/pasted-line'
import { type DocumentText, documentText, type Paragraph } from './document-text.ts'
import { type Numbering, numberingIn } from './numbering.ts'
import { refuse } from './refused.ts'
import { writerLists } from './writer-lists.ts'
import { readXml } from './xml-tree.ts'
import type { Allowance, Archive, Chunks } from './zip.ts'

/** Documents may hold pictures and styles, which are not read; macros and embedded objects are refused. */
export const documentParts: Allowance = {
  entries: 500,
  parts: [
    /^\[Content_Types\]\.xml$/,
    /^(word\/)?_rels\/[\w.]*\.rels$/,
    /^(docProps|customXml|word)\/(?!vbaProject|embeddings)[\w/.-]+\.(xml|rels|png|jpe?g|gif|emf|wmf|odttf|fntdata)$/,
    /^mimetype$/,
    /^(content|styles|meta|settings|manifest)\.(xml|rdf)$/,
    /^META-INF\/manifest\.xml$/,
    /^(Thumbnails|Pictures|layout-cache|Configurations2)(\/[\w/.-]*)?$/,
  ],
}

/** @returns null when the archive is no document */
export const documentPart = (names: readonly string[]): 'word/document.xml' | 'content.xml' | null =>
  names.includes('word/document.xml') ? 'word/document.xml' : names.includes('content.xml') ? 'content.xml' : null

export async function readDocument(archive: Archive, part: 'word/document.xml' | 'content.xml'): Promise<DocumentText> {
  const chunks = archive.part(part) ?? refuse('file-broken', { part })
  const tree = async (name: string) => {
    const found = part === 'word/document.xml' ? archive.part(name) : null
    return found && (await readXml(found, name))
  }
  const lists = writerLists()
  const styles = part === 'content.xml' ? archive.part('styles.xml') : null
  if (styles) lists.noteStyles(await readXml(styles, 'styles.xml'))
  const numbering = numberingIn(await tree('word/numbering.xml'), await tree('word/styles.xml'))
  return textOf(chunks, part, { numbering, lists })
}

/**
 * What is no text of the document, with all that is in it: what was deleted, moved away or looked otherwise before, what is
 * written a second time for older programs, readings beside characters, notes and comments.
 */
const skipped = new Set(
  `w:del w:moveFrom w:pPrChange w:rPrChange mc:Fallback w:rt
  text:tracked-changes text:note text:ruby-text office:annotation svg:title svg:desc`.split(/\s+/),
)
const removed = new Set(['w:del', 'w:moveFrom'])
const paragraphs = new Set(['w:p', 'text:p', 'text:h'])
const tables = new Set(['w:tbl', 'table:table'])
const rows = new Set(['w:tr', 'table:table-row'])
const cells = new Set(['w:tc', 'table:table-cell', 'table:covered-table-cell'])
/** Pictures and formulas: a question may mean nothing without them. */
const pictures = new Set(['pic:pic', 'v:imagedata', 'm:oMath', 'c:chart', 'draw:image', 'draw:object'])
const breaks = new Set(['w:br', 'w:cr', 'text:line-break'])
const blanks = new Set(['w:tab', 'w:ptab', 'text:tab'])

/** w:p, w:t, w:tab, w:br of Word; text:p, text:h, text:s, text:tab, text:line-break of Writer. */
async function textOf(
  chunks: Chunks,
  part: string,
  { numbering, lists }: { numbering: Numbering; lists: WriterLists },
): Promise<DocumentText> {
  const parser = new SaxesParser()
  const isWord = part.startsWith('word')
  const found = documentText(numbering, part)
  let reading = 0
  let aside = 0
  let parent = ''
  parser.on('doctype', () => refuse('file-too-complex', { part }))
  parser.on('error', () => refuse('file-broken', { part }))
  parser.on('opentag', tag => {
    const { name } = tag
    const paragraph = found.paragraph()
    if (aside > 0 || skipped.has(name)) {
      // <w:rPr><w:del/></w:rPr> of a paragraph: its end is deleted.
      if (aside++ === 0 && paragraph && parent === 'w:rPr' && removed.has(name)) paragraph.isJoined = true
      return
    }
    if (name !== 'w:ins') parent = name
    if (paragraphs.has(name)) found.openParagraph(lists.number())
    else if (tables.has(name)) found.openTable()
    else if (rows.has(name)) found.openRow()
    else if (cells.has(name)) found.openCell()
    else if (name === 'w:t') reading++
    else if (paragraph) noteIn(paragraph, tag)
    else if (!isWord) noteList(lists, tag)
    const cell = found.cell()
    if (cell && name === 'w:gridSpan') cell.span = Number(tag.attributes['w:val'] ?? 1) || 1
    if (cell && name === 'w:vMerge') cell.isContinued = tag.attributes['w:val'] !== 'restart'
  })
  parser.on('text', text => {
    const paragraph = found.paragraph()
    if (aside === 0 && paragraph && (!isWord || reading > 0)) paragraph.text += text
  })
  parser.on('closetag', ({ name }) => {
    if (aside > 0) aside--
    else if (paragraphs.has(name)) found.closeParagraph()
    else if (tables.has(name)) found.closeTable()
    else if (cells.has(name)) found.closeCell()
    else if (name === 'w:t') reading--
    else if (name === 'text:list') lists.closeList()
  })
  for await (const chunk of chunks) parser.write(chunk)
  parser.close()
  return found.done()
}

type WriterLists = ReturnType<typeof writerLists>

/** Lists and their styles, outside of paragraphs. */
function noteList(lists: WriterLists, { name, attributes }: SaxesTagPlain): void {
  const value = (key: string) => attributes[key] ?? ''
  if (name === 'text:list-style') lists.noteStyle(value('style:name'))
  else if (name === 'text:list') {
    const isContinued = value('text:continue-numbering') === 'true' || value('text:continue-list') !== ''
    lists.openList(value('text:style-name'), isContinued)
  } else if (name === 'text:list-item') lists.openItem(value('text:start-value'))
  else if (name === 'text:list-level-style-number')
    lists.noteLevel(key =>
      value(key === 'level' || key === 'start' ? `text:${key === 'start' ? 'start-value' : key}` : `style:num-${key}`),
    )
}

/** What stands in a paragraph beside its letters, and what it says of its list. */
function noteIn(paragraph: Paragraph, { name, attributes }: SaxesTagPlain): void {
  const value = attributes['w:val'] ?? ''
  if (name === 'w:numId') paragraph.list = value
  else if (name === 'w:ilvl') paragraph.level = Number(value) || 0
  else if (name === 'w:pStyle') paragraph.style = value
  else if (blanks.has(name)) paragraph.text += ' '
  else if (breaks.has(name)) paragraph.text += '\n'
  else if (name === 'text:s') paragraph.text += ' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, 100))
  else if (name === 'w:noBreakHyphen') paragraph.text += '-'
  else if (name === 'w:sym') paragraph.text += signOf(attributes['w:font'] ?? '', attributes['w:char'] ?? '')
  else if (pictures.has(name)) paragraph.text += lostSign
}

/** Ticks and crosses of the fonts that Word inserts them from; another sign of such a font is a picture to us. */
const signs: Record<string, string> = {
  'wingdings fc': '√',
  'wingdings fb': '×',
  'wingdings fe': '√',
  'wingdings fd': '×',
  'wingdings 2 50': '√',
  'wingdings 2 4f': '×',
  'wingdings 2 52': '√',
  'wingdings 2 51': '×',
  'symbol d6': '√',
  'symbol b4': '×',
}

const signOf = (font: string, code: string): string =>
  signs[`${font} ${code.replace(/^F0/i, '')}`.toLowerCase()] ?? lostSign
