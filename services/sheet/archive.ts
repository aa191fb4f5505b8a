/** Archives and XML → sheets: workbooks, documents, Moodle's questions, packages of QTI. */
import { readMoodle } from '#core/bank/moodle'
import { readPasted } from '#core/bank/pasted'
import { isQtiItem, qtiReader } from '#core/bank/qti'
import { documentPart, documentParts, readDocument } from './document.ts'
import type { DocumentText } from './document-text.ts'
import { asItems, type Opened } from './opened.ts'
import { refuse } from './refused.ts'
import { sheetsIn, workbookParts } from './xlsx.ts'
import { readXml } from './xml-tree.ts'
import { type Allowance, type Archive, mostEntries, openZip } from './zip.ts'

const packageParts: Allowance = {
  entries: mostEntries,
  parts: [/^(?!.*(?:^|\/)\.\.?(?:\/|$))[^\\:]+\.(?:xml|xsd|css|html?|txt|png|jpe?g|gif|svg|mp3|mp4)$/i, /\/$/],
}

export async function openArchive(bytes: Buffer, fileName: string): Promise<Opened> {
  const archive = await openZip(bytes, names => {
    if (names.some(name => name.startsWith('xl/'))) return workbookParts
    if (documentPart(names)) return documentParts
    return names.some(name => name.endsWith('.xml')) ? packageParts : refuse('file-type')
  })
  if (archive.names.some(name => name.startsWith('xl/')))
    return { format: 'xlsx', sheets: await sheetsIn(archive), set: null }
  const document = documentPart(archive.names)
  if (document === 'content.xml' && (await isOther(archive))) refuse('file-type')
  if (document) return openDocument(await readDocument(archive, document), fileName)
  return openQti(archive, fileName)
}

/** Tables of questions are sheets; what stands around them may be questions too. */
function openDocument({ text, tables }: DocumentText, fileName: string): Opened {
  const around = asItems('text', fileName, readPasted(text))
  const isAround = tables.length === 0 || (around.sheets[0]?.rows.length ?? 0) > 1
  return { ...around, sheets: [...(isAround ? around.sheets : []), ...tables] }
}

/** Of the open formats only texts are read: a table or slides as lines would be nonsense. */
async function isOther(archive: Archive): Promise<boolean> {
  let type = ''
  for await (const chunk of archive.part('mimetype') ?? []) type += chunk
  return type !== '' && !type.startsWith('application/vnd.oasis.opendocument.text')
}

/** A package of 20,000 questions has about a million elements; a tree is dropped once its question is read. */
const packageNodes = 1_200_000

async function openQti(archive: Archive, fileName: string): Promise<Opened> {
  const budget = { left: packageNodes }
  const read = (name: string) => readXml(archive.part(name) ?? [], name, budget)
  const manifestAt = archive.names.find(name => /(?:^|\/)imsmanifest\.xml$/.test(name))
  const folder = manifestAt?.slice(0, -'imsmanifest.xml'.length) ?? ''
  const reader = qtiReader(manifestAt === undefined ? null : await read(manifestAt))
  for (const name of archive.names)
    if (name.endsWith('.xml') && name !== manifestAt)
      reader.add({ root: await read(name), href: name.startsWith(folder) ? name.slice(folder.length) : name })
  const items = reader.items()
  return items.length === 0 ? refuse('file-type') : asItems('qti', fileName, items)
}

export async function openXml(text: string, fileName: string): Promise<Opened> {
  const root = await readXml([text], fileName)
  if (root.name === 'quiz') return asItems('moodle', fileName, readMoodle(root))
  if (!isQtiItem(root)) refuse('file-type')
  const reader = qtiReader(null)
  reader.add({ href: fileName, root })
  return asItems('qti', fileName, reader.items())
}
