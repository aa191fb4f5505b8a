/** The text of a Word or Writer document, a paragraph a line, as if it had been copied and pasted. */
import { SaxesParser } from 'saxes'
import { type Numbering, numberingIn } from './numbering.ts'
import { refuse } from './refused.ts'
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

export async function readDocument(archive: Archive, part: 'word/document.xml' | 'content.xml'): Promise<string> {
  const chunks = archive.part(part) ?? refuse('file-broken', { part })
  const lists = part === 'word/document.xml' ? archive.part('word/numbering.xml') : null
  return linesOf(chunks, part, numberingIn(lists && (await readXml(lists, 'word/numbering.xml'))))
}

/** w:p, w:t, w:tab, w:br of Word; text:p, text:h, text:s, text:tab, text:line-break of Writer. */
async function linesOf(chunks: Chunks, part: string, numbering: Numbering): Promise<string> {
  const parser = new SaxesParser()
  const isWord = part.startsWith('word')
  const lines: string[] = []
  let line = ''
  let reading = 0
  let inParagraph = 0
  let item = { list: '', level: 0 }
  parser.on('doctype', () => refuse('file-too-complex', { part }))
  parser.on('error', () => refuse('file-broken', { part }))
  parser.on('opentag', tag => {
    if (tag.name === 'w:p' || tag.name === 'text:p' || tag.name === 'text:h') inParagraph++
    if (tag.name === 'w:t') reading++
    if (tag.name === 'w:numId') item.list = tag.attributes['w:val'] ?? ''
    if (tag.name === 'w:ilvl') item.level = Number(tag.attributes['w:val'] ?? 0)
    if (tag.name === 'w:tab' || tag.name === 'text:tab') line += inParagraph > 0 ? ' ' : ''
    if (tag.name === 'text:s') line += ' '.repeat(Math.min(Number(tag.attributes['text:c'] ?? 1) || 1, 100))
    if (tag.name === 'w:br' || tag.name === 'text:line-break') line += '\n'
  })
  parser.on('text', text => {
    if (isWord ? reading > 0 : inParagraph > 0) line += text
  })
  parser.on('closetag', tag => {
    if (tag.name === 'w:t') reading--
    if (tag.name !== 'w:p' && tag.name !== 'text:p' && tag.name !== 'text:h') return
    inParagraph--
    // Word numbers an empty paragraph too.
    const number = item.list === '' ? '' : numbering(item.list, item.level)
    lines.push(number !== '' && line.trim() !== '' ? `${number} ${line}` : line)
    line = ''
    item = { list: '', level: 0 }
  })
  for await (const chunk of chunks) parser.write(chunk)
  parser.close()
  return lines.join('\n')
}
