/** Archives and XML → sheets: workbooks, documents, Moodle's questions, packages of QTI. */
import { readMoodle } from '#core/bank/moodle'
import { readPasted } from '#core/bank/pasted'
import { isQtiItem, type QtiFile, readQti } from '#core/bank/qti'
import { documentPart, documentParts, readDocument } from './document.ts'
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
  if (document) return asItems('text', fileName, readPasted(await readDocument(archive, document)))
  return openQti(archive, fileName)
}

async function openQti(archive: Archive, fileName: string): Promise<Opened> {
  const read = async (href: string) => ({ href, root: await readXml(archive.part(href) ?? [], href) })
  const manifestAt = archive.names.find(name => /(?:^|\/)imsmanifest\.xml$/.test(name))
  const folder = manifestAt?.slice(0, -'imsmanifest.xml'.length) ?? ''
  const files: QtiFile[] = []
  for (const name of archive.names)
    if (name.endsWith('.xml') && name !== manifestAt)
      files.push({ ...(await read(name)), href: name.startsWith(folder) ? name.slice(folder.length) : name })
  if (!files.some(file => isQtiItem(file.root))) refuse('file-type')
  const manifest = manifestAt === undefined ? null : (await read(manifestAt)).root
  return asItems('qti', fileName, readQti(manifest, files))
}

export async function openXml(text: string, fileName: string): Promise<Opened> {
  const root = await readXml([text], fileName)
  if (root.name === 'quiz') return asItems('moodle', fileName, readMoodle(root))
  if (isQtiItem(root)) return asItems('qti', fileName, readQti(null, [{ href: fileName, root }]))
  return refuse('file-type')
}
