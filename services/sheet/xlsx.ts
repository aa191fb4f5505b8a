/** XLSX: a zip of XML parts. Whatever a table of text does not need is refused by name. */
import type { Fault, Sheet } from '#core/bank/sheet'
import { pictureRows } from './pictures.ts'
import { refuse } from './refused.ts'
import { readRelations, readSheet, readStrings, readStyles, readWorkbook } from './workbook.ts'
import { type Allowance, type Archive, openZip } from './zip.ts'

/** Parts of a plain workbook: no macros, external links, embedded files, queries. Pictures and charts are not opened. */
export const workbookParts: Allowance = {
  // A picture beside each of some hundred questions.
  entries: 1000,
  parts: [
    /^\[Content_Types\]\.xml$/,
    /^_rels\/\.rels$/,
    /^docProps\/[\w-]+\.(xml|jpeg|png|wmf|emf)$/,
    /^customXml\/(_rels\/)?item\w*\.xml(\.rels)?$/,
    /^xl\/(workbook|sharedStrings|styles|calcChain|metadata|persons\/person)\.xml$/,
    /^xl\/_rels\/(workbook|metadata)\.xml\.rels$/,
    /^xl\/theme\/theme\d+\.xml$/,
    /^xl\/worksheets\/(sheet\d*\.xml|_rels\/sheet\d*\.xml\.rels)$/i,
    /^xl\/(drawings|charts|richData|featurePropertyBag)\/(_rels\/)?\w+\.xml(\.rels)?$/,
    /^xl\/(cellimages\.xml|_rels\/cellimages\.xml\.rels)$/,
    /^xl\/media\/\w+\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp)$/i,
    /^docMetadata\/LabelInfo\.xml$/,
    /^xl\/(tables\/table|comments\/?comment|comments|threadedComments\/threadedComment)\d*\.xml$/,
    /^xl\/drawings\/vmlDrawing\d*\.vml$/,
    /^xl\/printerSettings\/printerSettings\d+\.bin$/,
  ],
}

/** @returns sheets in the workbook's order, hidden ones too; throws Refused */
export const readXlsx = async (bytes: Buffer): Promise<Sheet[]> => sheetsIn(await openZip(bytes, () => workbookParts))

/** Nobody has a sheet for each of so many kinds; each may be as large as one alone. */
const mostSheets = 64

export async function sheetsIn(archive: Archive): Promise<Sheet[]> {
  const count = archive.names.filter(name => name.startsWith('xl/worksheets/sheet')).length
  if (count > mostSheets) refuse('file-too-complex', { entries: count })
  const workbook = archive.part('xl/workbook.xml')
  const relations = archive.part('xl/_rels/workbook.xml.rels')
  if (!workbook || !relations) refuse('file-broken', { part: 'xl/workbook.xml' })
  const targets = await readRelations(relations)
  const shared = archive.part('xl/sharedStrings.xml')
  const strings = shared ? await readStrings(shared) : []
  const styled = archive.part('xl/styles.xml')
  const styles = styled ? await readStyles(styled) : []
  const { sheets: named, since1904 } = await readWorkbook(workbook)
  const sheets: Sheet[] = []
  for (const { name, relation, hidden } of named) {
    const target = targets.get(relation) ?? name
    const chunks = archive.part(target) ?? refuse('file-broken', { part: target })
    const sheet = await readSheet(target, name, chunks, { strings, styles, since1904 })
    const pictures = (await pictureRows(archive, target)).map(pictured)
    sheets.push({ ...sheet, ...(hidden && { hidden }), ...(pictures.length > 0 && { faults: pictures }) })
  }
  return sheets
}

/** A question may mean nothing without what is shown in its row. */
const pictured = (row: number): Fault => ({ row, field: 'stem', code: 'media', data: { what: 'img' } })
